// Every refusal of a whole request that the stand-in can produce, explained.
import { describe, expect, it } from 'vitest';
import type { Api, AppSyncDeps } from '../../../stand-in/appsync/api.ts';
import { apiKeys } from '../../../stand-in/appsync/testing/todo-api.ts';
import { as, desk, explain, lambda, type Case } from './testing/explained.ts';

const keyOnly = { defaultProvider: apiKeys, additionalProviders: [] };
const oidc: Partial<Api> = { defaultProvider: { mode: 'OPENID_CONNECT', issuerId: 'club' }, additionalProviders: [] };
const iam: Partial<Api> = { defaultProvider: { mode: 'AWS_IAM' }, additionalProviders: [] };
const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=x' };
const signer = (mayCall: boolean): Partial<AppSyncDeps> => ({
  verifySignature: () =>
    Promise.resolve({ ok: true, signer: { accountId: '1', arn: 'arn:aws:iam::1:user/ann', mayCall: () => mayCall } }),
});
const badly = (errorType: string, message = 'No.'): Partial<AppSyncDeps> => ({
  verifySignature: () => Promise.resolve({ ok: false, errorType, message }),
});

describe('a request refused as a whole', () => {
  it.each<[string, Case, RegExp, RegExp]>([
    [
      'an expired token',
      {
        credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }),
        asked: { expiresAt: -1 },
      },
      /it has expired/,
      /past its end/,
    ],
    [
      '… by another clock',
      {
        credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }),
        asked: { expiresAt: 9 },
      },
      /it has expired/,
      /clock and AWS’s differ/,
    ],
    [
      'a Bearer prefix',
      { credentials: async () => ({ Authorization: `Bearer ${await desk.tokenFor('bob', [])}` }) },
      /could not read the Authorization/,
      /raw token/,
    ],
    [
      'a changed token',
      { credentials: async () => ({ Authorization: `${await desk.tokenFor('bob', [])}x` }) },
      /could not read the Authorization/,
      /changed token/,
    ],
    [
      'another app client',
      { credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { aud: 'other' }) }) },
      /refused the whole request from bob/,
      /another user pool/,
    ],
    [
      'the tab’s own header',
      { credentials: () => ({ Authorization: 'x' }), asked: { overridden: true } },
      /tab’s own Authorization header/,
      /bob/,
    ],
    [
      'an expired API key',
      { credentials: () => ({ 'x-api-key': 'da2-past' }), ...as('API_KEY', 'key') },
      /does not know the key key, or it has expired/,
      /365 days/,
    ],
    [
      'a key where keys are no mode',
      { credentials: () => ({ 'x-api-key': 'da2-good' }), api: { additionalProviders: [] }, ...as('API_KEY', 'key') },
      /API key is none of its auth modes/,
      /./,
    ],
    ['a token where only keys are', { api: keyOnly }, /could not read/, /./],
    ['nothing at all', { credentials: () => ({}), ...as('NONE', 'nobody') }, /says nothing of who asks/, /./],
    [
      'nothing, to an API with keys only',
      { credentials: () => ({}), api: keyOnly, ...as('NONE', 'nobody') },
      /says nothing of who asks/,
      /./,
    ],
    [
      'an authorizer’s no',
      { credentials: () => ({ authorization: 'pass' }), api: lambda(false), ...as('AWS_LAMBDA', 'pass') },
      /Lambda authorizer did not let pass in/,
      /isAuthorized/,
    ],
    [
      'another issuer',
      {
        credentials: () => ({ authorization: 'a.b.c' }),
        api: oidc,
        deps: { verifyToken: () => Promise.resolve({ ok: false, why: 'issuer' }) },
        ...as('OPENID_CONNECT', 'ann'),
      },
      /refused the token of ann/,
      /issuer/,
    ],
    [
      'credentials without permission',
      { credentials: () => signed, api: iam, deps: signer(false), ...as('AWS_IAM', 'ann') },
      /may not call this API/,
      /appsync:GraphQL/,
    ],
    [
      'unknown credentials',
      { credentials: () => signed, api: iam, deps: badly('UnrecognizedClientException'), ...as('AWS_IAM', 'ann') },
      /does not know these credentials/,
      /./,
    ],
    [
      'a bad signature',
      { credentials: () => signed, api: iam, deps: badly('InvalidSignatureException'), ...as('AWS_IAM', 'ann') },
      /did not accept the signature/,
      /secret key|proxy/,
    ],
    [
      'a signature for another region',
      {
        credentials: () => signed,
        api: iam,
        deps: badly('InvalidSignatureException', 'Credential should be scoped to a valid region. '),
        ...as('AWS_IAM', 'ann'),
      },
      /for another region/,
      /user pool/,
    ],
    [
      'a signature of another time',
      {
        credentials: () => signed,
        api: iam,
        deps: badly('InvalidSignatureException', 'Signature expired: 1 is now earlier than 2 (3 - 5 min.)'),
        ...as('AWS_IAM', 'ann'),
      },
      /the time in the signature/,
      /five minutes/,
    ],
    [
      'an incomplete signature',
      { credentials: () => signed, api: iam, deps: badly('IncompleteSignatureException'), ...as('AWS_IAM', 'ann') },
      /did not accept the signature/,
      /secret key|proxy/,
    ],
    ['an empty body', { body: ' ' }, /sent no operation/, /./],
    ['a body that is not JSON', { body: '{' }, /could not read the request/, /variables/],
    ['a syntax error', { query: '{ me ' }, /operation cannot be read/, /Expected Name/],
    ['several operations', { query: 'query A { me } query B { me }' }, /which of the operations/, /./],
    ['a subscription', { query: 'subscription { onCreateTodo { id } }' }, /subscription was sent over HTTP/, /./],
    ['another content type', { contentType: 'text/plain' }, /front door turned the request away/, /./],
    ['a request that is too large', { query: `{ me } # ${'x'.repeat(1_100_000)}` }, /request is too large/, /1 MB/],
    ['another path', { path: '/graphql/no' }, /no API at this address/, /./],
    ['throttling', { requests: 2, api: { settings: { requestTokensPerSecond: 1 } } }, /throttling this API/, /./],
  ])('%s', async (_row, given, what, why) => {
    const explained = await explain(given);
    expect(explained).toHaveLength(1);
    expect(explained[0]?.what).toMatch(what);
    expect(explained[0]?.why).toMatch(why);
  });

  it('shows where a syntax error is', async () => {
    expect((await explain({ query: '{\n  me\n' }))[0]?.places).toEqual([{ line: 3, column: 1 }]);
  });
});
