import { describe, expect, it } from 'vitest';
import { parsePastedTokens } from './pasted-tokens.ts';

const pool = {
  userPoolId: 'eu-west-1_AbC',
  appClientId: '1example',
  cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
};
const now = 1_764_000_000_000;
const iss = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC';
const jwtOf = (claims: object) =>
  ['{"alg":"RS256","kid":"k"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const times = { iat: now / 1000 - 60, exp: now / 1000 + 3540 };
const idClaims = {
  ...times,
  iss,
  sub: 'sub-1',
  token_use: 'id',
  aud: '1example',
  'cognito:username': 'alice',
  'cognito:groups': ['editors'],
};
const accessClaims = { ...times, iss, sub: 'sub-1', token_use: 'access', client_id: '1example', username: 'alice' };
const [id, access] = [jwtOf(idClaims), jwtOf(accessClaims)];
const refresh = 'eyJjdHkiOiJKV1QifQ.a.b.c.d';
const result = { AccessToken: access, ExpiresIn: 3600, TokenType: 'Bearer', RefreshToken: refresh, IdToken: id };

const parse = (text: string) => parsePastedTokens(text, pool, now);

describe('a pasted ID token', () => {
  it.each([
    ['as it is', id],
    ['with spaces and a line break', `  ${id}\n`],
    ['with Bearer', `Bearer ${id}`],
    ['with bearer in small letters', `bearer  ${id}`],
    ['as a header', `Authorization: Bearer ${id}`],
    ['as a header of JSON', `"authorization": "${id}"`],
    ['as a line of creds.json', `    "IdToken": "${id}",\n`],
    ['in quotes, with a comma', `"${id}",`],
    ['in single quotes', `'${id}'`],
    ['in quotes with Bearer', `"Bearer ${id}"`],
  ])('is taken %s', (_case, text) => {
    expect(parse(text)).toEqual({
      ok: true,
      username: 'alice',
      tokens: {
        idToken: id,
        issuedAt: now - 60_000,
        expiresAt: { id: now + 3_540_000 },
        sub: 'sub-1',
        username: 'alice',
        groups: ['editors'],
      },
    });
  });
});

it('a pasted access token is taken as one', () => {
  const pasted = parse(access);
  expect(pasted).toMatchObject({ ok: true, username: 'alice', tokens: { accessToken: access, groups: [] } });
  expect(pasted).not.toHaveProperty('tokens.idToken');
});

describe('an answer with tokens', () => {
  it.each([
    ['creds.json', JSON.stringify({ ChallengeParameters: {}, AuthenticationResult: result }, null, 4)],
    ['AuthenticationResult alone', JSON.stringify(result)],
    ['creds.json in quotes', `'${JSON.stringify({ AuthenticationResult: result })}'`],
    ['creds.json with a byte order mark', `\uFEFF${JSON.stringify({ AuthenticationResult: result })}\n`],
    [
      'a managed login’s',
      JSON.stringify({ id_token: id, access_token: access, refresh_token: refresh, token_type: 'Bearer' }),
    ],
  ])('is taken whole: %s', (_case, text) => {
    expect(parse(text)).toMatchObject({
      ok: true,
      tokens: { idToken: id, accessToken: access, refreshToken: refresh },
    });
  });

  it('without a refresh token keeps what has not expired', () => {
    const old = jwtOf({ ...idClaims, exp: now / 1000 - 1 });
    const pasted = parse(JSON.stringify({ IdToken: old, AccessToken: access, RefreshToken: null }));
    expect(pasted).toMatchObject({ ok: true, tokens: { accessToken: access, username: 'alice' } });
    expect(pasted).not.toHaveProperty('tokens.idToken');
  });

  it('that has expired is taken where it can be renewed', () => {
    const exp = now / 1000 - 1;
    const [oldId, oldAccess] = [jwtOf({ ...idClaims, exp }), jwtOf({ ...accessClaims, exp })];
    const pasted = parse(JSON.stringify({ IdToken: oldId, AccessToken: oldAccess, RefreshToken: refresh }));
    expect(pasted).toMatchObject({ ok: true, tokens: { idToken: oldId, refreshToken: refresh } });
  });
});

describe('the name that people know', () => {
  it.each([
    ['of a pool that signs in by e-mail', { 'cognito:username': 'sub-1', email: 'a@b.example' }, 'a@b.example'],
    [
      'of who comes from Google',
      { 'cognito:username': 'google_1', email: 'a@b.example', identities: [{ providerName: 'Google' }] },
      'a@b.example',
    ],
    ['is the user name otherwise', { email: 'a@b.example' }, 'alice'],
    ['is the user name where there is no address', { 'cognito:username': 'sub-1' }, 'sub-1'],
  ])('%s', (_case, claims, username) => {
    expect(parse(jwtOf({ ...idClaims, ...claims }))).toMatchObject({ ok: true, username });
  });
});

describe('what is no token of this connection is told at once', () => {
  const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other';
  it.each<[string, string, RegExp]>([
    ['nothing', ' "" ', /Nothing/],
    ['a word', 'password', /no token.*eyJ/],
    ['a cut token', id.slice(0, 60), /cut or damaged/],
    ['a token whose middle is no JSON', 'eyJh.eyJi.c', /cut or damaged/],
    ['cut JSON', '{"AuthenticationResult": {"IdTo', /cut or damaged/],
    ['other JSON', '{"data": {}}', /neither an IdToken nor an AccessToken/],
    ['JSON with a number for a token', '{"IdToken": 7}', /neither an IdToken/],
    ['a refresh token', refresh, /refresh token.*AppSync does not take/],
    ['a challenge', JSON.stringify({ ChallengeName: 'SMS_MFA', Session: 's' }), /asks for SMS_MFA/],
    ['another issuer’s JWT', jwtOf({ ...times, iss: 'https://accounts.google.com', sub: '1' }), /no token_use/],
    ['another pool', jwtOf({ ...idClaims, iss: issuer }), /pool us-east-1_Other, .* is eu-west-1_AbC/],
    ['no issuer', jwtOf({ ...idClaims, iss: undefined }), /pool \(none\)/],
    ['another client’s ID token', jwtOf({ ...idClaims, aud: '2other' }), /app client 2other, .* is 1example/],
    ['another client’s access token', jwtOf({ ...accessClaims, client_id: '2other' }), /app client 2other/],
    ['an expired one', jwtOf({ ...idClaims, exp: now / 1000 - 1 }), /^This token expired on .*2025/],
    ['no end', jwtOf({ ...idClaims, exp: undefined }), /iat, exp or sub/],
    [
      'two users',
      JSON.stringify({ IdToken: id, AccessToken: jwtOf({ ...accessClaims, sub: 'sub-2' }) }),
      /two different users/,
    ],
  ])('%s', (_case, text, wrong) => {
    const pasted = parse(text);
    expect(pasted).toEqual({ ok: false, wrong: expect.stringMatching(wrong) });
    expect(JSON.stringify(pasted)).not.toContain('eyJjdH');
  });

  it('any issuer of the pool is taken, wherever it lives', () => {
    expect(parse(jwtOf({ ...idClaims, iss: 'http://localhost:9229/eu-west-1_AbC' })).ok).toBe(true);
  });
});
