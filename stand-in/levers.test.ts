import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoClientIds, demoPassword } from './demo/demo-pool.ts';
import type { Fault, SetFault } from './faults.ts';
import { rawRequest } from './raw-request.ts';
import { startStandIn, type StandIn } from './start.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

function cognito(operation: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: signal ?? null,
  });
}

function signIn(username = 'alice', signal?: AbortSignal): Promise<Response> {
  const AuthParameters = { USERNAME: username, PASSWORD: demoPassword };
  return cognito(
    'InitiateAuth',
    { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: demoClientIds.default, AuthParameters },
    signal,
  );
}

async function tokensOf(username: string) {
  const text = await (await signIn(username)).text();
  const named = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? '';
  const life = Number(/"ExpiresIn":(\d+)/.exec(text)?.[1]);
  return { access: named('AccessToken'), id: named('IdToken'), refresh: named('RefreshToken'), life };
}

function graphql(query: string, authorization: string): Promise<Response> {
  return fetch(`${standIn.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
    redirect: 'manual',
  });
}

async function contentOf(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`;
}

async function statusOf(response: Promise<Response>): Promise<number> {
  return (await response).status;
}

function cognitoOnce(fault: Fault): SetFault {
  return standIn.levers.misbehave({ target: 'cognito' }, fault);
}

describe('tokens', () => {
  test('expire at once, for Cognito and for AppSync', async () => {
    const { access, id } = await tokensOf('alice');
    expect((await graphql('query Who { __typename }', id)).status).toBe(200);
    standIn.levers.expireTokens();
    expect(await contentOf(await cognito('GetUser', { AccessToken: access }))).toContain('Access Token has expired');
    expect(await contentOf(await graphql('query Who { __typename }', id))).toMatch(/^401 .*Token has expired/s);
    expect((await cognito('GetUser', { AccessToken: (await tokensOf('alice')).access })).status).toBe(200);
  });

  test('expire as the clock moves', async () => {
    const { access } = await tokensOf('alice');
    standIn.levers.moveClock(3_600_000);
    expect(await contentOf(await cognito('GetUser', { AccessToken: access }))).toContain('Access Token has expired');
    standIn.levers.moveClock(-3_600_000);
    expect((await cognito('GetUser', { AccessToken: access })).status).toBe(200);
  });

  test('live as long as told', async () => {
    standIn.levers.setTokenLife(demoClientIds.default, { accessToken: 300 });
    expect((await tokensOf('alice')).life).toBe(300);
  });

  test('that refresh can expire apart from the others', async () => {
    const { access, refresh } = await tokensOf('alice');
    standIn.levers.expireRefreshTokens();
    const exchange = { RefreshToken: refresh, ClientId: demoClientIds.default };
    expect(await contentOf(await cognito('GetTokensFromRefreshToken', exchange))).toContain(
      'Refresh Token has expired',
    );
    expect((await cognito('GetUser', { AccessToken: access })).status).toBe(200);
  });
});

test('a user can be disabled and enabled', async () => {
  standIn.levers.user('alice').enabled = false;
  expect(await contentOf(await signIn())).toContain('User is disabled.');
  standIn.levers.user('alice').enabled = true;
  expect((await signIn()).status).toBe(200);
});

test('levers for what does not exist say so', () => {
  expect(() => standIn.levers.user('nobody')).toThrow('no user nobody');
  expect(() => {
    standIn.levers.setTokenLife('nothing', {});
  }).toThrow('no app client nothing');
});

test('a code lies in the outbox, and can be waited for', async () => {
  const next = standIn.levers.outbox.next(({ username }) => username === 'mia');
  await signIn('emma');
  await signIn('mia');
  expect(await next).toMatchObject({ to: '+15555550123', medium: 'SMS', username: 'mia', purpose: 'mfa' });
  expect(standIn.levers.outbox.messages.map(({ to }) => to)).toEqual(['emma@example.com', '+15555550123']);
  expect(JSON.stringify(standIn.levers.requests)).not.toContain((await next).code);
});

describe('the log', () => {
  test('names operations and headers, and holds no secret', async () => {
    const next = standIn.levers.nextRequest(({ target }) => target === 'appsync');
    const { id } = await tokensOf('alice');
    await graphql('mutation Rename { __typename }', id);
    expect(await next).toMatchObject({ method: 'POST', path: '/graphql', operation: 'Rename' });
    expect((await next).headerNames).toContain('authorization');
    expect(standIn.levers.requests.map(({ target, operation }) => [target, operation])).toEqual([
      ['cognito', 'InitiateAuth'],
      ['appsync', 'Rename'],
    ]);
    const written = JSON.stringify(standIn.levers.requests);
    for (const secret of [id, demoPassword]) expect(written).not.toContain(secret);
  });

  test('tells when a client hung up', async () => {
    const held = standIn.levers.misbehave({ target: 'cognito' }, { kind: 'hold' });
    const patience = new AbortController();
    const call = signIn('alice', patience.signal);
    const { ended } = await held.arrived;
    patience.abort();
    await expect(call).rejects.toThrow('abort');
    expect(await ended).toBe('cut off');
    await (await signIn()).text();
    expect(await standIn.levers.requests.at(-1)?.ended).toBe('answered');
  });
});

describe('a fault', () => {
  test('holds a request until it is released, and then it is answered truly', async () => {
    const held = cognitoOnce({ kind: 'hold' });
    let isAnswered = false;
    const call = signIn().then((response) => {
      isAnswered = true;
      return response;
    });
    await held.arrived;
    expect((await signIn('bob')).status).toBe(200);
    expect(isAnswered).toBe(false);
    held.release();
    expect(await contentOf(await call)).toContain('200 {"ChallengeParameters":{}');
  });

  test('delays', async () => {
    const start = performance.now();
    cognitoOnce({ kind: 'delay', ms: 120 });
    expect(await contentOf(await signIn())).toContain('200 {"ChallengeParameters":{}');
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  test('drops the connection without a byte', async () => {
    cognitoOnce({ kind: 'drop' });
    const answer = await rawRequest({ port: standIn.port, line: 'POST / HTTP/1.1' });
    expect(answer.text).toBe('');
  });

  test('cuts the true answer in the middle of its body', async () => {
    cognitoOnce({ kind: 'cut' });
    const response = await signIn();
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    await expect(response.text()).rejects.toThrow('terminated');
    expect((await signIn()).status).toBe(200);
  });

  test('answers what it is told, readable by every origin', async () => {
    cognitoOnce({ kind: 'answer', status: 502, body: '<h1>Bad gateway</h1>' });
    const response = await signIn();
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await contentOf(response)).toBe('502 <h1>Bad gateway</h1>');
  });

  test('answers nothing at all with status 200', async () => {
    cognitoOnce({ kind: 'answer', status: 200, body: '', contentType: 'application/json' });
    expect(await contentOf(await signIn())).toBe('200 ');
  });

  test('redirects', async () => {
    cognitoOnce({ kind: 'redirect', location: 'https://elsewhere.example/', status: 307 });
    const response = await signIn();
    expect([response.status, response.headers.get('location')]).toEqual([307, 'https://elsewhere.example/']);
  });

  test('floods with so many bytes of JSON', async () => {
    cognitoOnce({ kind: 'flood', bytes: 2_000_000 });
    const text = await (await signIn()).text();
    expect(text).toHaveLength(2_000_000);
    expect(JSON.parse(text)).toHaveProperty('data.flood');
  });

  test('is an error in the words of the service that was asked', async () => {
    const fault: Fault = { kind: 'error', type: 'TooManyRequestsException', message: 'Rate exceeded' };
    cognitoOnce(fault);
    const fromCognito = await signIn();
    expect(fromCognito.headers.get('x-amzn-errortype')).toBe('TooManyRequestsException:');
    expect(await contentOf(fromCognito)).toBe('400 {"__type":"TooManyRequestsException","message":"Rate exceeded"}');
    standIn.levers.misbehave({ target: 'appsync' }, { ...fault, status: 429 });
    expect(await contentOf(await graphql('{ __typename }', 'x'))).toBe(
      '429 {"errors":[{"errorType":"TooManyRequestsException","message":"Rate exceeded"}]}',
    );
  });
});

describe('a fault strikes', () => {
  const fault: Fault = { kind: 'answer', status: 503, body: '' };

  test('once, unless told', async () => {
    standIn.levers.misbehave({ target: 'cognito' }, fault);
    expect([await statusOf(signIn()), await statusOf(signIn())]).toEqual([503, 200]);
  });

  test('as often as told', async () => {
    standIn.levers.misbehave({ target: 'cognito', times: 2 }, fault);
    expect([await statusOf(signIn()), await statusOf(signIn()), await statusOf(signIn())]).toEqual([503, 503, 200]);
  });

  test('every time, until it is taken back', async () => {
    const set = standIn.levers.misbehave({ target: 'cognito', times: 'every' }, fault);
    expect([await statusOf(signIn()), await statusOf(signIn())]).toEqual([503, 503]);
    set.remove();
    expect(await statusOf(signIn())).toBe(200);
  });

  test('only the operation that is named', async () => {
    standIn.levers.misbehave({ target: 'cognito', operation: 'RevokeToken' }, fault);
    standIn.levers.misbehave({ target: 'appsync', operation: 'Posts' }, fault);
    const { id } = await tokensOf('alice');
    expect(await statusOf(graphql('query Other { __typename }', id))).toBe(200);
    expect(await statusOf(graphql('query Posts { __typename }', id))).toBe(503);
    expect(await statusOf(cognito('RevokeToken', {}))).toBe(503);
  });

  test('never a preflight', async () => {
    standIn.levers.misbehave({ target: 'cognito' }, fault);
    expect(await statusOf(fetch(standIn.cognitoEndpoint, { method: 'OPTIONS' }))).toBe(200);
    expect(await statusOf(signIn())).toBe(503);
  });
});
