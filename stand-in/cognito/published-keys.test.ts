// A third party's view: whoever knows only the published documents can verify the tokens.
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoClientIds, demoPassword, demoPoolId } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';

const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${demoPoolId}`;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

async function published(document: string, from = standIn): Promise<Record<string, unknown>> {
  const response = await fetch(`${from.origin}/${demoPoolId}/.well-known/${document}`);
  expect(response.status).toBe(200);
  const body: unknown = await response.json();
  return { ...(typeof body === 'object' ? body : {}) };
}

async function tokensOf(username: string): Promise<{ AccessToken: string; IdToken: string }> {
  const response = await fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: demoClientIds.default,
      AuthParameters: { USERNAME: username, PASSWORD: demoPassword },
    }),
  });
  const text = await response.text();
  const tokenNamed = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? '';
  return { AccessToken: tokenNamed('AccessToken'), IdToken: tokenNamed('IdToken') };
}

test('the documents lead from the issuer to the keys, and the keys fit the tokens', async () => {
  const configuration = await published('openid-configuration');
  expect(configuration['issuer']).toBe(issuer);
  const keySet = createRemoteJWKSet(new URL(String(configuration['jwks_uri'])));
  const { AccessToken, IdToken } = await tokensOf('carol');

  const id = await jwtVerify(IdToken, keySet, { issuer, audience: demoClientIds.default, algorithms: ['RS256'] });
  expect(id.protectedHeader).toEqual({ kid: id.protectedHeader.kid, alg: 'RS256' });
  expect(id.payload).toEqual({
    sub: standIn.levers.user('carol').sub,
    'cognito:groups': ['admins'],
    'cognito:username': 'carol',
    email: 'carol@example.com',
    email_verified: true,
    name: 'Carol Adair',
    aud: demoClientIds.default,
    token_use: 'id',
    iss: issuer,
    auth_time: id.payload.iat,
    iat: id.payload.iat,
    exp: (id.payload.iat ?? 0) + 3600,
    jti: expect.stringMatching(uuid) as unknown,
    origin_jti: expect.stringMatching(uuid) as unknown,
    event_id: expect.stringMatching(uuid) as unknown,
  });

  const access = await jwtVerify(AccessToken, keySet, { issuer, algorithms: ['RS256'] });
  expect(access.payload).toEqual({
    sub: standIn.levers.user('carol').sub,
    'cognito:groups': ['admins'],
    client_id: demoClientIds.default,
    username: 'carol',
    scope: 'aws.cognito.signin.user.admin',
    token_use: 'access',
    iss: issuer,
    auth_time: id.payload['auth_time'],
    iat: access.payload.iat,
    exp: (access.payload.iat ?? 0) + 3600,
    jti: expect.stringMatching(uuid) as unknown,
    origin_jti: id.payload['origin_jti'],
    event_id: id.payload['event_id'],
  });
  expect(access.payload.jti).not.toBe(id.payload.jti);
});

test('a user without groups has no groups claim', async () => {
  const { IdToken } = await tokensOf('erin');
  const payload: unknown = JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString());
  expect(payload).toMatchObject({ 'cognito:username': 'erin' });
  expect(payload).not.toHaveProperty('cognito:groups');
});

test('there are two keys, of which each kind of token has one', async () => {
  const { keys } = await published('jwks.json');
  const fields = { alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' };
  expect(keys).toMatchObject([fields, fields]);
  const { AccessToken, IdToken } = await tokensOf('carol');
  const kids = [IdToken, AccessToken].map((token) => decodeProtectedHeader(token).kid);
  expect(keys).toMatchObject(kids.map((kid) => ({ kid })));
  expect(new Set(kids).size).toBe(2);
});

test('the keys differ from start to start', async () => {
  const other = await startStandIn({ world: { ...standIn.world, apis: [] } });
  const [here, there] = [await published('jwks.json'), await published('jwks.json', other)];
  await other.close();
  expect(there).not.toEqual(here);
});

test.each(['eu-west-1_Unknown00/.well-known/jwks.json', `${demoPoolId}/.well-known/other.json`])(
  '%s does not exist',
  async (path) => {
    expect((await fetch(`${standIn.origin}/${path}`)).status).toBe(404);
  },
);
