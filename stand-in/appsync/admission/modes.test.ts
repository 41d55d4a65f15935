// The modes beside API keys and user pools, and which of them a request is taken for.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Api, AppSyncDeps, OidcVerdict } from '../api.ts';
import type { AuthProvider, LambdaProvider } from '../auth-provider.ts';
import type { LambdaAuthorizer } from '../lambda-authorizer.ts';
import { runnableApi } from '../runnable-api.ts';
import { testDeps } from '../testing/deps.ts';
import { apiKeys, todoApi, userPool } from '../testing/todo-api.ts';
import { openTokenDesk, type TokenDesk } from '../testing/tokens.ts';
import { admit } from './admit.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

const oidc: AuthProvider = { mode: 'OPENID_CONNECT', issuerId: 'club', clientId: 'reading-\\w+' };
const iam: AuthProvider = { mode: 'AWS_IAM' };
const only = (provider: AuthProvider): Partial<Api> => ({ defaultProvider: provider, additionalProviders: [] });
const lambda = (authorize: LambdaAuthorizer, special: Partial<LambdaProvider> = {}): AuthProvider => ({
  mode: 'AWS_LAMBDA',
  authorize,
  ...special,
});

function ask(headers: Record<string, string>, api: Partial<Api>, deps: Partial<AppSyncDeps> = {}) {
  const url = new URL('http://localhost:1/graphql');
  const body = '{"query":"query Me($a: Int) { me }","variables":{"a":1}}';
  return admit(
    runnableApi(todoApi(api)),
    { headers: new Headers(headers), method: 'POST', url, body },
    testDeps(desk, deps),
  );
}

const refusal = (message: string, errorType = 'UnauthorizedException', status = 401) => ({
  ok: false,
  refusal: { status, errorType, message },
});
const notAuthorized = refusal('You are not authorized to make this call.');

describe('OPENID_CONNECT', () => {
  const token = { authorization: 'eyJ.eyJ.sig' };
  const judging = (verdict: OidcVerdict): Partial<AppSyncDeps> => ({
    verifyToken: () => Promise.resolve({ ok: false, why: 'issuer' }),
    verifyOidcToken: () => Promise.resolve(verdict),
  });
  const claims = { sub: 'ann', iss: 'https://club.example', aud: 'reading-room' };

  test('a token of its issuer makes an identity without groups or user name', async () => {
    expect(await ask(token, only(oidc), judging({ ok: true, issuerId: 'club', claims }))).toStrictEqual({
      ok: true,
      caller: { mode: 'OPENID_CONNECT', identity: { sub: 'ann', issuer: 'https://club.example', claims } },
    });
  });

  test.each<[string, object, boolean]>([
    ['aud as a list', { ...claims, aud: ['x', 'reading-room'] }, true],
    ['azp', { ...claims, aud: 'x', azp: 'reading-room' }, true],
    ['another client', { ...claims, aud: 'writing-room' }, false],
    ['a client whose id only begins alike', { ...claims, aud: 'reading-room-2' }, false],
  ])('the client is looked for in %s', async (_, given, isLetIn) => {
    const admission = await ask(token, only(oidc), judging({ ok: true, issuerId: 'club', claims: { ...given } }));
    expect(isLetIn ? admission.ok : admission).toStrictEqual(isLetIn ? true : notAuthorized);
  });

  test.each<[string, OidcVerdict, object]>([
    ['expired', { ok: false, why: 'expired' }, refusal('Token has expired.')],
    ['forged', { ok: false, why: 'signature' }, refusal('Valid authorization header not provided.')],
    ['of another issuer', { ok: false, why: 'issuer' }, notAuthorized],
    ['of an issuer that this API does not take', { ok: true, issuerId: 'inn', claims }, notAuthorized],
  ])('a token that is %s is refused', async (_, verdict, expected) => {
    expect(await ask(token, only(oidc), judging(verdict))).toStrictEqual(expected);
  });

  test('with a user pool beside it, the issuer of the token decides', async () => {
    const api = { defaultProvider: oidc, additionalProviders: [userPool] };
    const authorization = await desk.tokenFor('bob', []);
    expect(await ask({ authorization }, api)).toMatchObject({ caller: { mode: 'AMAZON_COGNITO_USER_POOLS' } });
    expect(await ask(token, api, judging({ ok: true, issuerId: 'club', claims }))).toMatchObject({
      caller: { mode: 'OPENID_CONNECT' },
    });
  });
});

describe('AWS_LAMBDA', () => {
  const yes: LambdaAuthorizer = () => ({
    isAuthorized: true,
    resolverContext: { desk: 3 },
    deniedFields: ['Todo.name', 'arn:aws:appsync:eu-west-1:1:apis/x/types/Query/fields/me'],
  });

  test('what the function says becomes the caller', async () => {
    expect(await ask({ authorization: 'anything at all' }, only(lambda(yes)))).toStrictEqual({
      ok: true,
      caller: {
        mode: 'AWS_LAMBDA',
        identity: { resolverContext: { desk: 3 } },
        deniedFields: ['Todo.name', 'Query.me'],
      },
    });
  });

  test('the function is told the token and the request', async () => {
    const authorize = vi.fn<LambdaAuthorizer>(() => ({ isAuthorized: false }));
    await ask({ authorization: 'custom-7' }, only(lambda(authorize)));
    expect(authorize).toHaveBeenCalledExactlyOnceWith({
      authorizationToken: 'custom-7',
      requestContext: {
        apiId: 'todos00000000000000000000a',
        requestId: expect.any(String) as string,
        queryString: 'query Me($a: Int) { me }',
        operationName: 'Me',
        variables: { a: 1 },
      },
    });
  });

  test.each<[string, LambdaAuthorizer]>([
    ['says no', () => ({ isAuthorized: false })],
    ['says nothing', () => ({}) as never],
    ['throws', () => Promise.reject(new Error('down'))],
  ])('nobody comes in where it %s', async (_, authorize) => {
    expect(await ask({ authorization: 'x' }, only(lambda(authorize)))).toStrictEqual(notAuthorized);
  });

  test('it is not called for a token that does not match the expression', async () => {
    const authorize = vi.fn<LambdaAuthorizer>(yes);
    const api = only(lambda(authorize, { identityValidationExpression: '^custom-' }));
    expect(await ask({ authorization: 'x' }, api)).toStrictEqual(notAuthorized);
    expect(authorize).not.toHaveBeenCalled();
    expect(await ask({ authorization: 'custom-x' }, api)).toMatchObject({ ok: true });
  });

  test('beside a user pool it gets what is no token of the pool, and nothing else', async () => {
    const authorize = vi.fn<LambdaAuthorizer>(yes);
    const api = { defaultProvider: userPool, additionalProviders: [lambda(authorize)] };
    expect(await ask({ authorization: await desk.tokenFor('bob', [], { exp: 1 }) }, api)).toStrictEqual(
      refusal('Token has expired.'),
    );
    expect(await ask({ authorization: await desk.tokenFor('bob', [], { aud: 'other' }) }, api)).toStrictEqual(
      notAuthorized,
    );
    expect(authorize).not.toHaveBeenCalled();
    const ofAnother = await desk.tokenFor('bob', [], { iss: 'https://x.example' });
    for (const authorization of ['letmein', ofAnother, `Bearer ${await desk.tokenFor('bob', [])}`]) {
      expect(await ask({ authorization }, api)).toMatchObject({ caller: { mode: 'AWS_LAMBDA' } });
    }
  });
});

describe('AWS_IAM', () => {
  const signature = { authorization: 'AWS4-HMAC-SHA256 Credential=x' };
  const signer = (mayCall: (action: string, resource: string) => boolean): Partial<AppSyncDeps> => ({
    verifySignature: () =>
      Promise.resolve({ ok: true, signer: { accountId: '1', arn: 'arn:aws:iam::1:user/ann', mayCall } }),
  });

  test('a signature makes an identity, and the policy is asked field by field', async () => {
    const admission = await ask(
      signature,
      only(iam),
      signer((action, resource) => action === 'appsync:GraphQL' && resource.endsWith('/types/Query/fields/me')),
    );
    expect(admission).toMatchObject({
      ok: true,
      caller: { mode: 'AWS_IAM', identity: { accountId: '1', userArn: 'arn:aws:iam::1:user/ann', username: 'ann' } },
    });
    if (!admission.ok || admission.caller.mode !== 'AWS_IAM') throw new Error('nobody was let in');
    expect(admission.caller.allows('Query', 'me')).toBe(true);
    expect(admission.caller.allows('Query', 'secret')).toBe(false);
  });

  test('a policy that allows no field at all is no permission', async () => {
    expect(
      await ask(
        signature,
        only(iam),
        signer(() => false),
      ),
    ).toStrictEqual(refusal('Permission denied'));
  });

  test.each<[string, string, number]>([
    ['UnrecognizedClientException', 'The security token included in the request is invalid.', 403],
    ['InvalidSignatureException', 'The request signature we calculated does not match', 403],
    ['IncompleteSignatureException', "Authorization header requires 'Signature' parameter.", 401],
  ])('%s is told as it is', async (errorType, message, status) => {
    const deps: Partial<AppSyncDeps> = { verifySignature: () => Promise.resolve({ ok: false, errorType, message }) };
    expect(await ask(signature, only(iam), deps)).toStrictEqual(refusal(message, errorType, status));
  });

  test('a signature is taken before a key, and refused where there is no such mode', async () => {
    const both = { ...signature, 'x-api-key': 'da2-good' };
    const api = { defaultProvider: apiKeys, additionalProviders: [iam] };
    expect(
      await ask(
        both,
        api,
        signer(() => true),
      ),
    ).toMatchObject({ caller: { mode: 'AWS_IAM' } });
    expect(await ask(both, only(apiKeys))).toStrictEqual(refusal('Valid authorization header not provided.'));
  });
});

test.each<[string, AuthProvider, string]>([
  ['a user pool', userPool, 'Valid authorization header not provided.'],
  ['an issuer', oidc, 'Valid authorization header not provided.'],
  ['an authorizer', lambda(() => ({ isAuthorized: true })), 'Valid authorization header not provided.'],
  ['keys only', apiKeys, 'Missing authorization header'],
  ['signatures only', iam, 'Missing authorization header'],
])('without any credential, at an API with %s: %3$s', async (_, provider, message) => {
  expect(await ask({}, only(provider))).toStrictEqual(refusal(message));
});
