import { expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { isMoved, isReachable, originsOf } from './reachable.ts';

const shop: Connection = {
  id: 'shop',
  name: 'Shop',
  userPoolId: 'eu-west-1_A',
  appClientId: 'client',
  graphqlEndpoint: 'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql',
  authFlow: 'USER_SRP_AUTH',
};

it('names the hosts a connection calls, each once', () => {
  expect(originsOf(shop)).toEqual([
    'https://cognito-idp.eu-west-1.amazonaws.com',
    'https://abc.appsync-api.eu-west-1.amazonaws.com',
  ]);
  const local = {
    ...shop,
    cognitoEndpoint: 'http://localhost:5825/',
    graphqlEndpoint: 'http://localhost:5825/graphql',
  };
  expect(originsOf(local)).toEqual(['http://localhost:5825']);
});

it('admits a connection whose hosts the page was opened with, and no other', () => {
  expect(isReachable({ ...shop, id: 'other client', appClientId: 'other' }, [shop])).toBe(true);
  expect(isReachable({ ...shop, userPoolId: 'us-east-1_B' }, [shop])).toBe(false);
  expect(isReachable(shop, [])).toBe(false);
});

it.each<[keyof Connection, string, boolean]>([
  ['name', 'Shop, live', false],
  ['authFlow', 'USER_PASSWORD_AUTH', false],
  ['userPoolId', 'eu-west-1_B', true],
  ['appClientId', 'other', true],
  ['graphqlEndpoint', 'https://def.appsync-api.eu-west-1.amazonaws.com/graphql', true],
  ['cognitoEndpoint', 'http://localhost:5825/', true],
  ['cognitoEndpoint', 'https://cognito-idp.eu-west-1.amazonaws.com/', false],
])('an edit of %s to %s moves it: %s', (field, value, moved) => {
  expect(isMoved(shop, { ...shop, [field]: value })).toBe(moved);
});
