import { describe, expect, it } from 'vitest';
import { importedFrom } from './index.ts';

const outputs = {
  auth: {
    user_pool_id: 'eu-west-1_AbC123dEf',
    aws_region: 'eu-west-1',
    user_pool_client_id: '1example23456789abcdefghij',
    mfa_methods: [],
  },
  data: { url: 'https://x.appsync-api.eu-west-1.amazonaws.com/graphql', aws_region: 'eu-west-1' },
  version: '1.4',
};
const found = {
  userPoolId: 'eu-west-1_AbC123dEf',
  appClientId: '1example23456789abcdefghij',
  graphqlEndpoint: 'https://x.appsync-api.eu-west-1.amazonaws.com/graphql',
};
const imported = (json: unknown) => importedFrom(JSON.stringify(json));

describe('amplify_outputs.json', () => {
  it('tells pool, app client and API', () => {
    expect(imported(outputs)).toEqual({ ok: true, found });
  });

  it('may begin with a byte order mark', () => {
    expect(importedFrom(`\uFEFF${JSON.stringify(outputs)}`)).toMatchObject({ ok: true });
  });

  it('may name a Cognito that is not AWS’s, and more that is nobody’s here', () => {
    const custom = { cognito_endpoint: 'http://localhost:5825', other: { deep: 1 } };
    expect(imported({ ...outputs, custom })).toEqual({
      ok: true,
      found: { ...found, cognitoEndpoint: 'http://localhost:5825/' },
    });
  });

  it('may have no API', () => {
    const { data: _data, ...rest } = outputs;
    const { graphqlEndpoint: _endpoint, ...pool } = found;
    expect(imported(rest)).toEqual({ ok: true, found: pool });
  });

  it.each([
    ['no auth', { data: outputs.data, version: '1' }, 'It has no "auth": the backend has no user pool (defineAuth).'],
    ['an auth that is none', { ...outputs, auth: null }, 'Its "auth" is not as Amplify writes it.'],
    ['no pool', { auth: { user_pool_client_id: 'x' } }, /^It has no "auth.user_pool_id": the user pool’s id/],
    [
      'no app client',
      { auth: { user_pool_id: 'eu-west-1_A' } },
      /^It has no "auth.user_pool_client_id": the app client’s id/,
    ],
    [
      'a pool id that is none',
      { auth: { ...outputs.auth, user_pool_id: 'hush!' } },
      /^Its "auth.user_pool_id" is not the user pool’s id/,
    ],
    ['an API that is none', { ...outputs, data: { url: 'hush' } }, /^Its "data.url" is not the GraphQL endpoint/],
    [
      'a Cognito by plain http',
      { ...outputs, custom: { cognito_endpoint: 'http://hush.example/' } },
      /^Its "custom.cognito_endpoint" is not the full URL/,
    ],
    ['custom that is none', { ...outputs, custom: 3 }, 'Its "custom" is not as Amplify writes it.'],
  ])('with %s is refused, by its key and without its values', (_, json, words) => {
    const result = imported(json);
    expect(result).toEqual({ ok: false, wrong: words instanceof RegExp ? expect.stringMatching(words) : words });
    expect(JSON.stringify(result)).not.toContain('hush');
  });
});

it.each([
  ['no JSON', '{"auth":', 'It is not JSON.'],
  ['another format', '{"aws_user_pools_id":"x"}', 'It is none of the files this app reads: amplify_outputs.json.'],
  ['a list', '[]', 'It is none of the files this app reads: amplify_outputs.json.'],
])('a file of %s is refused', (_, text, wrong) => {
  expect(importedFrom(text)).toEqual({ ok: false, wrong });
});
