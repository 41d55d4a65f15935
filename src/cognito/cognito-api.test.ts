import { describe, expect, it } from 'vitest';
import { createCognitoApi } from './cognito-api.ts';
import { CognitoError } from './cognito-error.ts';
import type { Fetch } from './cognito-request.ts';
import { apiThatGets, endpoint, json, type Answer } from './testing/cognito-api-bench.ts';

const tokens = { IdToken: 'id', AccessToken: 'access', RefreshToken: 'refresh', ExpiresIn: 3600, TokenType: 'Bearer' };
const password = 'S3cret!pass';
const signIn = {
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: 'client',
  AuthParameters: { USERNAME: 'alice', PASSWORD: password },
} as const;

async function failureOf(
  answer: Answer,
  options: { maxBytes?: number; timeoutMs?: number } = {},
): Promise<CognitoError> {
  const failure: unknown = await apiThatGets(answer, options)
    .api.initiateAuth(signIn)
    .catch((error: unknown) => error);
  if (!(failure instanceof CognitoError)) throw new Error(`This is no CognitoError: ${String(failure)}`);
  return failure;
}

const cutStream = () =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"Auth'));
        controller.error(new TypeError('terminated'));
      },
    }),
  );

const never = (init: Parameters<Fetch>[1]) =>
  new Promise<Response>((_resolve, reject) => {
    init.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

describe('a call', () => {
  it('is one POST of AWS JSON 1.1 that carries no cookies and follows no redirect', async () => {
    const { api, fetch } = apiThatGets(json({ AuthenticationResult: tokens, ChallengeParameters: {} }));
    await api.initiateAuth(signIn);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify(signIn),
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
  });

  it('gives the tokens of a finished sign-in', async () => {
    const { api } = apiThatGets(
      json({ AuthenticationResult: { ...tokens, RefreshToken: null }, ChallengeParameters: {} }),
    );
    expect(await api.initiateAuth(signIn)).toEqual({
      kind: 'tokens',
      result: { IdToken: 'id', AccessToken: 'access', RefreshToken: null, ExpiresIn: 3600 },
    });
  });

  it('gives the challenge of one that goes on, with the newest session', async () => {
    const { api } = apiThatGets(json({ ChallengeName: 'SMS_MFA', Session: 's1', ChallengeParameters: { A: 'b' } }));
    expect(await api.respondToAuthChallenge({ ClientId: 'c', ChallengeName: 'X', ChallengeResponses: {} })).toEqual({
      kind: 'challenge',
      name: 'SMS_MFA',
      parameters: { A: 'b' },
      cognitoSession: 's1',
    });
  });

  it('takes an empty body and {} alike where an operation answers with nothing', async () => {
    for (const body of ['', '{}']) {
      const { api } = apiThatGets(new Response(body));
      // oxlint-disable-next-line no-await-in-loop -- two answers, one after the other
      expect(await api.revokeToken({ Token: 'refresh', ClientId: 'client' })).toBeUndefined();
    }
  });

  it('gives the attributes of a user', async () => {
    const { api } = apiThatGets(json({ Username: 'alice', UserAttributes: [{ Name: 'email', Value: 'a@b' }] }));
    expect(await api.getUser({ AccessToken: 'access' })).toEqual({
      Username: 'alice',
      UserAttributes: [{ Name: 'email', Value: 'a@b' }],
    });
  });
});

describe('an error of AWS', () => {
  const notAuthorized = { code: 'NotAuthorizedException', awsMessage: 'Incorrect username or password.', status: 400 };
  it.each<[string, Response]>([
    ['by body', json({ __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }, 400)],
    [
      'with a namespace',
      json({ __type: 'com.amazonaws#NotAuthorizedException', Message: 'Incorrect username or password.' }, 400),
    ],
    [
      'by headers alone',
      new Response('', {
        status: 400,
        headers: {
          'x-amzn-errortype': 'NotAuthorizedException:',
          'x-amzn-errormessage': 'Incorrect username or password.',
        },
      }),
    ],
  ])('is told by its name and message: %s', async (_case, response) => {
    expect(await failureOf(response)).toMatchObject(notAuthorized);
  });

  it('keeps a name that is not known', async () => {
    const failure = await failureOf(json({ __type: 'BrandNewException', message: 'Hm.' }, 400));
    expect(failure).toMatchObject({ code: 'Unknown', awsType: 'BrandNewException', awsMessage: 'Hm.' });
  });

  it.each([
    [`PreAuthentication failed with error bad ${password} given.`, 'PreAuthentication failed with error bad … given.'],
    [
      "1 validation error detected: Value 'abc' at 'password' failed to satisfy constraint",
      "1 validation error detected: Value '…' at 'password' failed to satisfy constraint",
    ],
  ])('does not repeat the password: %s', async (message, shown) => {
    const failure = await failureOf(json({ __type: 'UserLambdaValidationException', message }, 400));
    expect(failure.awsMessage).toBe(shown);
    expect(`${JSON.stringify(failure)} ${String(failure)} ${failure.stack}`).not.toContain(password);
  });

  it('keeps AWS’s words where the password is one of them', async () => {
    const { api } = apiThatGets(
      json({ __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }, 400),
    );
    const weak = { ...signIn, AuthParameters: { USERNAME: 'alice', PASSWORD: 'password' } };
    await expect(api.initiateAuth(weak)).rejects.toMatchObject({ awsMessage: 'Incorrect username or password.' });
  });
});

describe('an answer that is not Cognito’s', () => {
  const html = { headers: { 'content-type': 'text/html' } };

  it.each<[string, Response, Partial<CognitoError>]>([
    ['a web page', new Response('<!doctype html><p>Hello', html), { reason: 'html', status: 200 }],
    ['a page of 404', new Response('<h1>Not found', { ...html, status: 404 }), { reason: 'html', status: 404 }],
    ['nothing', new Response(''), { reason: 'empty', status: 200 }],
    ['a 502', new Response('<h1>Bad gateway', { ...html, status: 502 }), { reason: 'bad-status', status: 502 }],
    ['a body cut on the way', cutStream(), { reason: 'cut', status: 200 }],
    ['half a JSON', new Response('{"AuthenticationResult":{"IdTok'), { reason: 'cut' }],
    ['plain text', new Response('OK'), { reason: 'not-json' }],
    [
      'a redirect',
      new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
      { reason: 'redirect', status: 302 },
    ],
    [
      'another JSON',
      json({ data: {} }),
      { reason: 'wrong-shape', detail: 'its ChallengeName is missing or of another kind' },
    ],
    ['a list', json([1]), { reason: 'wrong-shape' }],
    [
      'tokens without an IdToken',
      json({ AuthenticationResult: { AccessToken: 'x' } }),
      { reason: 'wrong-shape', detail: 'its AuthenticationResult.IdToken is missing or of another kind' },
    ],
    [
      'an error of another service',
      json({ errors: [] }, 401),
      { reason: 'wrong-shape', detail: 'its error has no __type' },
    ],
  ])('is told apart: %s', async (_case, response, expected) => {
    expect(await failureOf(response)).toMatchObject({ code: 'NotCognito', ...expected });
  });

  it('is not read beyond the bound, announced or not', async () => {
    let sent = 0;
    const endless = new Response(
      new ReadableStream({
        pull: (controller) => {
          sent += 1000;
          controller.enqueue(new Uint8Array(1000).fill(32));
        },
      }),
    );
    expect(await failureOf(endless, { maxBytes: 10_000 })).toMatchObject({ code: 'NotCognito', reason: 'too-large' });
    expect(sent).toBeLessThan(20_000);
    const announced = new Response('{}', { headers: { 'content-length': '20000000' } });
    expect(await failureOf(announced)).toMatchObject({ reason: 'too-large' });
  });

  it('never brings a token into the error', async () => {
    const failure = await failureOf(json({ AuthenticationResult: { IdToken: 7, AccessToken: 'eyJsecret' } }));
    expect(JSON.stringify([failure, String(failure), failure.cause])).not.toContain('eyJsecret');
  });
});

describe('no answer', () => {
  it('is Unreachable where the request fails', async () => {
    const failure = await failureOf(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(failure).toMatchObject({ code: 'Unreachable', timedOut: false });
  });

  it('is Unreachable where the time is over', async () => {
    const api = createCognitoApi({ endpoint, fetch: (_url, init) => never(init), timeoutMs: 5 });
    await expect(api.initiateAuth(signIn)).rejects.toMatchObject({ code: 'Unreachable', timedOut: true });
  });

  it('is Aborted where the caller stopped it', async () => {
    const stop = new AbortController();
    const api = createCognitoApi({ endpoint, fetch: (_url, init) => never(init) });
    const call = api.initiateAuth(signIn, stop.signal);
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'Aborted' });
  });
});
