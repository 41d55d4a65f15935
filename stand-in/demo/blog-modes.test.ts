// The blog API in every mode, over HTTP and over sockets: true tokens, true signatures, no part of the app.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dial, inProtocol, startMessage } from '../appsync/testing/realtime-client.ts';
import { signedRequest } from '../iam/test-signer.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { demoApiKey, demoBlogApiId, demoExpiredApiKey } from './blog-api.ts';
import { demoPasses } from './blog-authorizer.ts';
import { demoIam } from './demo-iam.ts';

let standIn: StandIn;
let host = '';
beforeEach(async () => {
  standIn = await startStandIn();
  host = `localhost:${standIn.port}`;
});
afterEach(() => standIn.close());

type Credentials = (body: string, suffix: string) => Promise<Record<string, string>> | Record<string, string>;

const signedWith =
  (keys: { accessKeyId: string; secretAccessKey: string }, region = 'eu-west-1'): Credentials =>
  (body, suffix) => {
    const url = `${standIn.origin}/graphql${suffix}`;
    const time = standIn.levers.now();
    return { ...signedRequest({ ...keys, region, service: 'appsync', time, url, body }).headers };
  };

async function ask(credentials: Credentials, query: string): Promise<{ status: number; body: unknown }> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', ...(await credentials(body, '')) };
  const response = await fetch(`${standIn.origin}/graphql`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}

const byKey: Credentials = () => ({ 'x-api-key': demoApiKey });
const byPass: Credentials = () => ({ authorization: demoPasses.press });
const byClub: Credentials = async () => ({ authorization: await standIn.levers.oidcToken({ sub: 'ann' }) });
const bySignature = signedWith(demoIam.allowed);

const modes: [string, Credentials, RegExp][] = [
  ['an API key', byKey, /^null$/],
  ['a pass', byPass, /^\{"resolverContext":\{"pass":"press","desk":3\}\}$/],
  ['a token of the press club', byClub, /^\{"sub":"ann","issuer":"http:\/\/localhost:\d+\/oidc\/press-club","claims":/],
  ['a signature', bySignature, /"userArn":"arn:aws:iam::123456789012:user\/allowed","username":"allowed"/],
  ['temporary credentials', signedWith(demoIam.temporary), /"userArn":"arn:aws:sts::123456789012:assumed-role\//],
];

describe.each(modes)('with %s', (_, credentials, told) => {
  test('what is open to it answers, the rest is refused field by field', async () => {
    const { status, body } = await ask(credentials, '{ identity about { name } myPosts { nextToken } }');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: 'Not Authorized to access myPosts on type Query', errorType: 'Unauthorized' }],
    });
    const open = await ask(credentials, '{ identity about { name } }');
    const { data } = open.body as { data: { identity: string | null; about: unknown } };
    expect(data.about).toStrictEqual({ name: 'Low Water' });
    expect(String(data.identity)).toMatch(told);
  });

  test('a subscription starts, each message authorized by itself', async () => {
    const connectAuth = { host, ...(await onSocket(credentials, '{}', '/connect')) };
    const client = await dial({ url: `ws://${host}/graphql/realtime`, protocols: inProtocol(connectAuth) });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toMatchObject({ type: 'connection_ack' });
    await client.next();
    const query = 'subscription { onCreatePost { id title } }';
    const startAuth = { host, ...(await onSocket(credentials, JSON.stringify({ query }), '')) };
    client.send(startMessage('s', startAuth, query));
    expect(await client.next()).toStrictEqual({ id: 's', type: 'start_ack' });
    standIn.levers.realtime().publish('onCreatePost', { id: '1', title: 'Heard' });
    expect(await client.next()).toMatchObject({ payload: { data: { onCreatePost: { id: '1', title: 'Heard' } } } });
    client.close();
  });
});

/** Names are taken to the letter there. */
async function onSocket(credentials: Credentials, body: string, suffix: string): Promise<Record<string, string>> {
  const { authorization, ...others } = await credentials(body, suffix);
  return authorization === undefined ? others : { ...others, Authorization: authorization };
}

describe('is refused:', () => {
  const unauthorized = (message: string) => ({ errors: [{ errorType: 'UnauthorizedException', message }] });
  const notAuthorized = unauthorized('You are not authorized to make this call.');
  test.each<[string, Credentials, number, unknown]>([
    ['an expired key', () => ({ 'x-api-key': demoExpiredApiKey }), 401, notAuthorized],
    ['a pass that was revoked', () => ({ authorization: demoPasses.revoked }), 401, notAuthorized],
    ['what is no pass', () => ({ authorization: 'letmein' }), 401, notAuthorized],
    [
      'a token of another issuer',
      async () => ({ authorization: await standIn.levers.oidcToken({ iss: 'https://inn.example' }) }),
      401,
      notAuthorized,
    ],
    [
      'a token for another client',
      async () => ({ authorization: await standIn.levers.oidcToken({ aud: 'x', azp: 'y' }) }),
      401,
      notAuthorized,
    ],
    [
      'an expired token',
      async () => ({ authorization: await standIn.levers.oidcToken({ exp: 1 }) }),
      401,
      unauthorized('Token has expired.'),
    ],
    ['a signer without permission', signedWith(demoIam.denied), 401, unauthorized('Permission denied')],
    [
      'a signature for another region',
      signedWith(demoIam.allowed, 'us-east-1'),
      403,
      {
        errors: [
          {
            errorType: 'InvalidSignatureException',
            message: 'Credential should be scoped to a valid region. ',
          },
        ],
      },
    ],
    [
      'a signer whom nobody knows',
      signedWith({ ...demoIam.allowed, accessKeyId: 'AKIANOBODY00EXAMPLE0' }),
      403,
      {
        errors: [
          {
            errorType: 'UnrecognizedClientException',
            message: 'The security token included in the request is invalid.',
          },
        ],
      },
    ],
    [
      'a signature of another body',
      () => bySignature('{"query":"{ __typename }"}', ''),
      403,
      { errors: [expect.objectContaining({ errorType: 'InvalidSignatureException' })] },
    ],
  ])('%s', async (_, credentials, status, body) => {
    expect(await ask(credentials, '{ about { name } }')).toStrictEqual({ status, body });
  });

  test('a socket whose signature is for something else', async () => {
    const auth = { host, ...(await onSocket(bySignature, '{}', '')) };
    const client = await dial({ url: `ws://${host}/graphql/realtime`, protocols: inProtocol(auth) });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toMatchObject({
      type: 'connection_error',
      payload: { errors: [{ errorType: 'InvalidSignatureException', errorCode: 403 }] },
    });
    await client.closed;
  });
});

test('a key that expires is refused from then on', async () => {
  const [provider] = standIn.levers.api().additionalProviders.filter(({ mode }) => mode === 'API_KEY');
  if (provider?.mode !== 'API_KEY' || !provider.keys[0]) throw new Error('there is no key');
  provider.keys[0].expires = standIn.levers.now() + 60_000;
  expect((await ask(byKey, '{ about { name } }')).status).toBe(200);
  standIn.levers.moveClock(60_000);
  expect((await ask(byKey, '{ about { name } }')).status).toBe(401);
});

test('a policy opens root fields one by one', async () => {
  const resource = `arn:aws:appsync:eu-west-1:123456789012:apis/${demoBlogApiId}/types/Query/fields/about`;
  standIn.levers.principal('denied').policy = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'appsync:GraphQL', Resource: resource },
  };
  const { body } = await ask(signedWith(demoIam.denied), '{ about { name } identity }');
  expect(body).toMatchObject({
    data: { about: { name: 'Low Water' }, identity: null },
    errors: [{ path: ['identity'], message: 'Not Authorized to access identity on type Query' }],
  });
});

test('the authorizer closes fields that the schema opens', async () => {
  const day: Credentials = () => ({ authorization: demoPasses.day });
  const { body } = await ask(day, '{ author(id: "mei") { name website } }');
  expect(body).toMatchObject({
    data: { author: { name: 'Mei Okada', website: null } },
    errors: [{ path: ['author', 'website'], message: 'Not Authorized to access website on type Author' }],
  });
});

test('introspection is for the default mode', async () => {
  for (const credentials of [byKey, byPass, byClub, bySignature]) {
    const { body } = await ask(credentials, '{ __schema { queryType { name } } }');
    expect(body).toMatchObject({
      data: null,
      errors: [{ message: 'Not Authorized to access __schema on type Query' }],
    });
  }
});

test('the issuer is one that a client of OpenID Connect can follow', async () => {
  const page = await (await fetch(`${standIn.origin}/oidc/press-club`)).text();
  const discovery = await fetch(`${standIn.origin}/oidc/press-club/.well-known/openid-configuration`);
  const { issuer, jwks_uri } = (await discovery.json()) as { issuer: string; jwks_uri: string };
  const keys = createRemoteJWKSet(new URL(jwks_uri));
  const { payload } = await jwtVerify(page.trim(), keys, { issuer, audience: 'lowwater-reading-room' });
  expect(payload.sub).toBe('visitor');
  await expect(() => standIn.levers.oidcToken({}, 'nobody')).rejects.toThrow('no such issuer');
});
