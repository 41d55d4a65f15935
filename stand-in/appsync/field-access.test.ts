import { expect, test } from 'vitest';
import type { AuthProvider } from './auth-provider.ts';
import { mayAccess, type AccessRule, type ApiModes, type CallerAccess } from './field-access.ts';

const pool = (defaultAction: 'ALLOW' | 'DENY' = 'ALLOW'): AuthProvider => ({
  mode: 'AMAZON_COGNITO_USER_POOLS',
  userPoolId: 'p',
  defaultAction,
});
const keys: AuthProvider = { mode: 'API_KEY', keys: [] };

const poolOnly: ApiModes = { defaultProvider: pool(), additionalProviders: [] };
const poolOnlyDeny: ApiModes = { defaultProvider: pool('DENY'), additionalProviders: [] };
const poolAndKey: ApiModes = { defaultProvider: pool(), additionalProviders: [keys] };
const poolDenyAndKey: ApiModes = { defaultProvider: pool('DENY'), additionalProviders: [keys] };
const keyAndPool: ApiModes = { defaultProvider: keys, additionalProviders: [pool()] };

const apiKey: AccessRule = { kind: 'mode', mode: 'API_KEY', groups: null };
const iam: AccessRule = { kind: 'mode', mode: 'AWS_IAM', groups: null };
const cognito: AccessRule = { kind: 'mode', mode: 'AMAZON_COGNITO_USER_POOLS', groups: null };
const cognitoAdmins: AccessRule = { kind: 'mode', mode: 'AMAZON_COGNITO_USER_POOLS', groups: ['admins', 'owners'] };
const authAdmins: AccessRule = { kind: 'aws_auth', groups: ['admins'] };

const key: CallerAccess = { mode: 'API_KEY', groups: [] };
const admin: CallerAccess = { mode: 'AMAZON_COGNITO_USER_POOLS', groups: ['staff', 'admins'] };
const reader: CallerAccess = { mode: 'AMAZON_COGNITO_USER_POOLS', groups: ['readers'] };

const nobody: readonly CallerAccess[] = [];
const users = [admin, reader];

test.each<[string, ApiModes, { field?: AccessRule[]; type?: AccessRule[]; nested?: true }, readonly CallerAccess[]]>([
  ['an unmarked field is for the default mode', poolAndKey, {}, users],
  ['an unmarked field is for the default mode, whichever it is', keyAndPool, {}, [key]],
  ['a marked field is for the modes marked', poolAndKey, { field: [apiKey] }, [key]],
  ['several marks: any one of them', poolAndKey, { field: [apiKey, cognito] }, [key, ...users]],
  ['a mode without callers here lets nobody in', poolAndKey, { field: [iam] }, nobody],
  ['groups: any one of them', poolAndKey, { field: [cognitoAdmins] }, [admin]],
  ['groups count where the pool is the only mode too', poolOnly, { field: [cognitoAdmins] }, [admin]],
  ['groups say nothing of other modes', poolAndKey, { field: [cognitoAdmins, apiKey] }, [admin, key]],
  ["a type's marks are its fields'", poolAndKey, { type: [apiKey], nested: true }, [key]],
  ["a field's marks replace the type's", poolAndKey, { type: [apiKey], field: [cognito], nested: true }, users],
  ['@aws_auth is followed where the pool is the only mode', poolOnly, { field: [authAdmins] }, [admin]],
  ['@aws_auth is followed where unmarked fields are denied', poolOnlyDeny, { field: [authAdmins] }, [admin]],
  ['@aws_auth is ignored once a second mode exists', poolAndKey, { field: [authAdmins] }, users],
  ['@aws_auth is ignored on nested fields', poolOnly, { field: [authAdmins], nested: true }, users],
  ['@aws_auth does not hide a mark beside it', poolAndKey, { field: [authAdmins, apiKey] }, [key]],
  ['DENY closes unmarked root fields', poolOnlyDeny, {}, nobody],
  ['DENY closes them with a second mode as well', poolDenyAndKey, {}, nobody],
  ['DENY leaves nested fields open', poolOnlyDeny, { nested: true }, users],
  ['DENY leaves marked fields open', poolOnlyDeny, { field: [cognito] }, users],
])('%s', (_, modes, { field = [], type = [], nested }, allowed) => {
  const rules = { ofField: field, ofType: type, isRoot: nested !== true };
  const offered: readonly string[] = [modes.defaultProvider, ...modes.additionalProviders].map(({ mode }) => mode);
  const callers = [key, admin, reader].filter(({ mode }) => offered.includes(mode));
  expect(callers.filter((caller) => mayAccess(modes, rules, caller))).toStrictEqual(
    callers.filter((caller) => allowed.includes(caller)),
  );
});
