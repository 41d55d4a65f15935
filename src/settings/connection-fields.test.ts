import { describe, expect, it } from 'vitest';
import {
  connectionFrom,
  draftFrom,
  draftProblems,
  emptyDraft,
  poolIdOf,
  type ConnectionDraft,
  type DraftField,
} from './connection-fields.ts';

const good: ConnectionDraft = {
  name: 'Shop, staging',
  userPoolId: 'eu-west-1_AbC123dEf',
  appClientId: '1example23456789abcdefghij',
  graphqlEndpoint: 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql',
  cognitoEndpoint: '',
  authFlow: 'USER_SRP_AUTH',
};

describe('draftProblems', () => {
  it('finds nothing wrong with a good draft', () => {
    expect(draftProblems(good, ['Shop, live'])).toEqual({});
  });

  it('accepts loopback and custom domains', () => {
    for (const graphqlEndpoint of [
      'http://localhost:5825/graphql',
      'http://127.0.0.1:5825/team/graphql',
      'https://api.example.com/graphql',
    ]) {
      expect(draftProblems({ ...good, graphqlEndpoint, cognitoEndpoint: 'http://localhost:5825/' }, [])).toEqual({});
    }
  });

  it('asks for everything that is missing', () => {
    expect(Object.keys(draftProblems(emptyDraft, [])).toSorted()).toEqual([
      'appClientId',
      'graphqlEndpoint',
      'name',
      'userPoolId',
    ]);
  });

  const wrong: [DraftField, string, 'error' | 'warning', RegExp][] = [
    ['userPoolId', good.appClientId, 'error', /app client id/],
    ['userPoolId', 'eu-west-1:1d2c3b4a-0000-4000-8000-000000000000', 'error', /identity pool/],
    ['userPoolId', 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC123dEf', 'error', /ARN/],
    ['userPoolId', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123dEf', 'error', /address/],
    ['userPoolId', 'eu-west-1_Ab C', 'error', /space/],
    ['userPoolId', 'EU-WEST-1_AbC', 'error', /small letters/],
    ['userPoolId', 'euwest1_AbC123dEf', 'error', /not the name of an AWS region/],
    ['userPoolId', 'eu-west-1_', 'error', /underscore/],
    ['appClientId', good.userPoolId, 'error', /user pool id/],
    ['appClientId', 'has a space', 'error', /space/],
    ['appClientId', 'has"quote', 'error', /letters and digits only/],
    ['appClientId', 'tooshort', 'warning', /26/],
    [
      'graphqlEndpoint',
      'wss://abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.eu-west-1.amazonaws.com/graphql',
      'error',
      /real-time/,
    ],
    [
      'graphqlEndpoint',
      'https://abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.eu-west-1.amazonaws.com/graphql',
      'error',
      /real-time/,
    ],
    ['graphqlEndpoint', 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com', 'error', /\/graphql/],
    [
      'graphqlEndpoint',
      'https://abcdefghijklmnopqrstuvwxyz.appsync-api.us-east-1.amazonaws.com/graphql',
      'warning',
      /us-east-1.*eu-west-1/,
    ],
    ['graphqlEndpoint', 'http://api.example.com/graphql', 'error', /https/],
    ['graphqlEndpoint', 'abc.appsync-api.eu-west-1.amazonaws.com/graphql', 'error', /full address/],
    ['graphqlEndpoint', 'https://user:pass@api.example.com/graphql', 'error', /before the @/],
    ['graphqlEndpoint', 'https://api.example.com/graphql?key=1', 'error', /from \? on/],
    ['graphqlEndpoint', 'https://api.example.com/graphql#x', 'error', /from # on/],
    ['graphqlEndpoint', 'http://[::1]:5825/graphql', 'error', /IPv6/],
    ['graphqlEndpoint', 'arn:aws:appsync:eu-west-1:123456789012:apis/abc', 'error', /ARN/],
    ['graphqlEndpoint', 'https://cognito-idp.eu-west-1.amazonaws.com/graphql', 'error', /Cognito’s host/],
    ['cognitoEndpoint', 'https://cognito-idp.us-east-1.amazonaws.com/', 'error', /us-east-1/],
    ['cognitoEndpoint', 'https://shop.auth.eu-west-1.amazoncognito.com', 'error', /managed login/],
    ['cognitoEndpoint', 'ftp://x', 'error', /https/],
    ['name', 'SHOP, LIVE', 'error', /Another connection/],
    ['name', ' ', 'error', /Needed/],
  ];
  it.each(wrong)('says what is wrong with %s “%s”', (field, value, level, sentence) => {
    const problem = draftProblems({ ...good, [field]: value }, ['Shop, live'])[field];
    expect(problem?.level).toBe(level);
    expect(problem?.text).toMatch(sentence);
  });
});

describe('connectionFrom', () => {
  it('takes off the quotes, commas and spaces that copying brings along', () => {
    const connection = connectionFrom(
      { ...good, name: '  Shop ', userPoolId: ' "eu-west-1_AbC123dEf", ', appClientId: `'${good.appClientId}'` },
      'shop',
    );
    expect(connection).toEqual({
      id: 'shop',
      name: 'Shop',
      userPoolId: good.userPoolId,
      appClientId: good.appClientId,
      graphqlEndpoint: good.graphqlEndpoint,
      authFlow: 'USER_SRP_AUTH',
    });
  });

  it('comes back as the same connection after a trip through the form', () => {
    const connection = connectionFrom({ ...good, cognitoEndpoint: 'http://localhost:5825' }, 'shop');
    expect(connectionFrom(draftFrom(connection), 'shop')).toEqual(connection);
  });
});

it.each([
  ['an id with quotes around it', ' "eu-west-1_AbC123dEf",', 'eu-west-1_AbC123dEf'],
  ['nothing', '', ''],
  ['what is no id', 'arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_AbC123dEf', ''],
])('reads the pool id from %s', (_case, userPoolId, id) => {
  expect(poolIdOf({ ...good, userPoolId })).toBe(id);
});

it('keeps that the app client has a secret, and says nothing where it has none', () => {
  expect(connectionFrom({ ...good, hasClientSecret: true }, 'x').hasClientSecret).toBe(true);
  expect(connectionFrom(good, 'x')).not.toHaveProperty('hasClientSecret');
});
