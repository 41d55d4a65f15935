import { expect, it } from 'vitest';
import { starterOperationsFor } from './starter-operations.ts';

const connection = (id: string, path: string) => ({
  id,
  name: id,
  userPoolId: 'eu-west-1_A',
  appClientId: 'c',
  graphqlEndpoint: `http://localhost:1/${path}/graphql`,
  authFlow: 'USER_SRP_AUTH' as const,
});
const tabs = [{ name: 'Posts', query: '{ a }' }];
const demo = {
  connections: [connection('blog', 'blog'), connection('blog-secret', 'blog'), connection('team', 'team')],
  people: [],
  identities: [],
  hints: {},
  operations: { blog: tabs },
};

it.each([
  ['the connection they are told for', connection('blog', 'blog'), tabs],
  ['another one to the same API', connection('blog-secret', 'blog'), tabs],
  ['a person’s own to the same API', connection('own', 'blog'), tabs],
  ['one to an API without', connection('team', 'team'), undefined],
  ['one to somewhere else', connection('own', 'elsewhere'), undefined],
])('starts with what is for %s', (_case, wanted, operations) => {
  expect(starterOperationsFor(wanted, demo)).toBe(operations);
});

it('has none where there is no demo', () => {
  expect(starterOperationsFor(connection('blog', 'blog'), null)).toBeUndefined();
});
