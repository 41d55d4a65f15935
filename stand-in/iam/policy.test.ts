import { expect, test } from 'vitest';
import type { IamPolicy, IamStatement } from './account.ts';
import { policyRefusal } from './policy.ts';

const action = 'cognito-idp:AdminInitiateAuth';
const pool = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Dem0Poo1x';
const arn = 'arn:aws:iam::123456789012:user/dev';
const keys = { userId: 'AIDAX', accessKeyId: 'AKIAX', secretAccessKey: 'x' };

function refusal(...Statement: readonly Partial<IamStatement>[]): string | null {
  const statements = Statement.map((part) => ({ Effect: 'Allow' as const, Action: '*', Resource: '*', ...part }));
  const policy: IamPolicy = { Version: '2012-10-17', Statement: statements };
  return policyRefusal({ arn, ...keys, policy }, action, pool)?.message ?? null;
}

const implicit = `User: ${arn} is not authorized to perform: ${action} on resource: ${pool} because no identity-based policy allows the ${action} action`;
const explicit = `User: ${arn} is not authorized to perform: ${action} on resource: ${pool} with an explicit deny in an identity-based policy`;

test.each<[string, readonly Partial<IamStatement>[], string | null]>([
  ['nothing', [], implicit],
  ['everything', [{}], null],
  ['the action by name, on the pool', [{ Action: [action], Resource: [pool] }], null],
  ['the action in another case', [{ Action: 'Cognito-IDP:admininitiateauth' }], null],
  ['a group of actions', [{ Action: 'cognito-idp:Admin*' }], null],
  ['another action', [{ Action: 'cognito-idp:AdminRespondToAuthChallenge' }], implicit],
  ['the start of the action only', [{ Action: 'cognito-idp:AdminInitiate' }], implicit],
  ['another pool', [{ Resource: pool.replace('Dem0', 'Othr') }], implicit],
  ['any account', [{ Resource: pool.replace('123456789012', '*') }], null],
  ['a resource in another case', [{ Resource: pool.toLowerCase() }], implicit],
  ['what a dot would match in an expression', [{ Action: 'cognito.idp:AdminInitiateAuth' }], implicit],
  ['one unknown letter', [{ Resource: pool.replace('Dem0', 'D?m0') }], null],
  ['a denial among permissions', [{}, { Effect: 'Deny', Action: action }, {}], explicit],
  ['a denial of something else', [{}, { Effect: 'Deny', Action: 's3:*' }], null],
])('a policy of %s', (_name, statements, expected) => {
  expect(refusal(...statements)).toBe(expected);
});
