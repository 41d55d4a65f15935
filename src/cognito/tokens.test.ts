import { describe, expect, it } from 'vitest';
import { tokensFrom } from './tokens.ts';
import { groupsClaim, unverifiedClaims } from './unverified-claims.ts';

const jwt = (claims: object) => `eyJ.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;
const iat = 1_764_000_000;
const id = jwt({ iat, exp: iat + 3600, sub: 's1', 'cognito:username': 'alice', 'cognito:groups': ['editors', 7, 'a'] });
const access = jwt({ iat, exp: iat + 300, sub: 's1' });
const result = { IdToken: id, AccessToken: access };

describe('the tokens of a result', () => {
  it('tell who, and until when each kind lasts', () => {
    expect(tokensFrom({ ...result, RefreshToken: 'r' }, iat * 1000 + 900)).toEqual({
      ok: true,
      tokens: {
        idToken: id,
        accessToken: access,
        refreshToken: 'r',
        issuedAt: iat * 1000,
        expiresAt: { id: (iat + 3600) * 1000, access: (iat + 300) * 1000 },
        sub: 's1',
        username: 'alice',
        groups: ['editors', 'a'],
      },
    });
  });

  it.each([
    ['as long as the clocks agree', 10_000, 0],
    ['by this machine’s clock where that is fast', 600_000, 600_000],
    ['by this machine’s clock where that is slow', -600_000, -600_000],
  ])('end %s', (_case, ahead, shift) => {
    const parsed = tokensFrom(result, iat * 1000 + ahead);
    expect(parsed).toMatchObject({
      tokens: { expiresAt: { id: (iat + 3600) * 1000 + shift }, issuedAt: iat * 1000 + shift },
    });
  });

  it.each([
    ['the old one stays where no new one came', { ...result, RefreshToken: null }, 'old', 'old'],
    ['a new one replaces it', { ...result, RefreshToken: 'new' }, 'old', 'new'],
    ['there may be none', result, undefined, undefined],
  ])('of refresh tokens: %s', (_case, brought, old, kept) => {
    const parsed = tokensFrom(brought, iat * 1000, old);
    expect(parsed.ok && parsed.tokens.refreshToken).toBe(kept);
  });

  it.each([
    ['its IdToken is not a JWT', { ...result, IdToken: 'opaque' }],
    ['its AccessToken is not a JWT', { ...result, AccessToken: 'a.b.c' }],
    ['its tokens lack the claims iat, exp or sub', { ...result, IdToken: jwt({ sub: 's1' }) }],
    ['its tokens lack the claims iat, exp or sub', { ...result, IdToken: jwt({ iat, exp: 'soon', sub: 's1' }) }],
  ])('are refused where %s', (wrong, brought) => {
    expect(tokensFrom(brought, iat * 1000)).toEqual({ ok: false, wrong });
  });
});

describe('unverified claims', () => {
  it('are read as UTF-8', () => {
    expect(unverifiedClaims(jwt({ name: 'Zoë 🌍' }))).toEqual({ name: 'Zoë 🌍' });
  });

  it.each(['', 'a.b', 'a..c', 'a.!!.c', `a.${Buffer.from('[1]').toString('base64url')}.c`, 'a.W10.c', 'a.e30.b\nc'])(
    'of "%s" are undefined',
    (token) => {
      expect(unverifiedClaims(token)).toBeUndefined();
    },
  );

  it('give no groups where there are none', () => {
    expect(groupsClaim({})).toEqual([]);
    expect(groupsClaim({ 'cognito:groups': 'admins' })).toEqual([]);
  });
});
