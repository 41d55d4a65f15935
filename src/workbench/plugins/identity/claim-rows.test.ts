import { describe, expect, it } from 'vitest';
import { claimGroupsFrom, headerRowsFrom, type Claims, type ClaimValue } from './claim-rows.ts';
import { knownClaims, type TokenKind } from './known-claims.ts';

const idClaims: Claims = {
  sub: '8f7a1c02-0000-4000-8000-000000000001',
  'cognito:groups': ['editors', 'readers'],
  email_verified: true,
  iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Dem0Poo1x',
  'cognito:username': 'alice',
  aud: '4demoappsyncgraphiql0clien',
  token_use: 'id',
  auth_time: 1_795_439_000,
  exp: 1_795_443_351,
  iat: 1_795_439_751,
  jti: 'a jti',
  'custom:team': 'quay',
  'dev:custom:plan': 'gold',
  tenant: 'acme',
  limits: { posts: 3 },
  email: 'alice@lowwater.example',
};

/** Every row under its group's title, in short. */
function shown(kind: TokenKind, claims: Claims): Record<string, string[]> {
  return Object.fromEntries(
    claimGroupsFrom(kind, claims).map(({ title, rows }) => [title, rows.map(({ name }) => name)]),
  );
}

function valueOf(claims: Claims, name: string, kind: TokenKind = 'id'): ClaimValue | undefined {
  return claimGroupsFrom(kind, claims)
    .flatMap(({ rows }) => rows)
    .find((row) => row.name === name)?.value;
}

describe('the rows of a token', () => {
  it('go from what it allows to where it comes from, then what is not Cognito’s own', () => {
    expect(shown('id', idClaims)).toEqual({
      Rights: ['cognito:groups'],
      User: ['cognito:username', 'sub', 'email', 'email_verified'],
      Times: ['exp', 'iat', 'auth_time'],
      'Where it comes from': ['token_use', 'iss', 'aud', 'jti'],
      'Custom attributes': ['custom:team', 'dev:custom:plan'],
      'Other claims': ['limits', 'tenant'],
    });
  });

  it('leave no claim out, whatever it is called', () => {
    const odd: Claims = JSON.parse('{"constructor":"a","__proto__":"b","toString":"c","":"d","sub":"e"}');
    const names = claimGroupsFrom('access', odd).flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(names.toSorted()).toEqual(['', '__proto__', 'constructor', 'sub', 'toString']);
    expect(valueOf(odd, '__proto__')).toEqual({ kind: 'text', text: 'b' });
  });

  it('are none for a token without claims', () => {
    expect(claimGroupsFrom('id', {})).toEqual([]);
  });

  it('say what each of Cognito’s claims means in one line, and nothing of the others', () => {
    const rows = claimGroupsFrom('id', idClaims).flatMap((group) => group.rows);
    const without = rows.filter(({ meaning }) => meaning === undefined).map(({ name }) => name);
    expect(without).toEqual(['custom:team', 'dev:custom:plan', 'limits', 'tenant']);
    for (const { name, meaning } of knownClaims) {
      for (const line of typeof meaning === 'string' ? [meaning] : Object.values(meaning)) {
        expect(line, name).toMatch(/^[A-Z].{3,78}\.$/);
      }
    }
    expect(new Set(knownClaims.map(({ name }) => name)).size).toBe(knownClaims.length);
  });

  it('tell an audience that is an app client from one that is an API', () => {
    const meaningOfAud = (kind: TokenKind) => claimGroupsFrom(kind, { aud: 'x' })[0]?.rows[0]?.meaning;
    expect(meaningOfAud('id')).toContain('app client');
    expect(meaningOfAud('access')).toContain('API');
  });
});

describe('a value', () => {
  it.each<[string, string, unknown, ClaimValue]>([
    ['a time', 'exp', 1_795_443_351, { kind: 'time', at: 1_795_443_351_000, raw: '1795443351' }],
    ['a time with a fraction', 'iat', 1.5, { kind: 'time', at: 1500, raw: '1.5' }],
    ['a time that is a text', 'exp', '1795443351', { kind: 'text', text: '1795443351' }],
    ['a time beyond all dates', 'exp', 1e15, { kind: 'text', text: '1000000000000000' }],
    ['a time that is none', 'auth_time', null, { kind: 'text', text: 'null' }],
    ['a number that is no time', 'version', 2, { kind: 'text', text: '2' }],
    ['groups', 'cognito:groups', ['a b', 'c'], { kind: 'list', items: ['a b', 'c'] }],
    ['no groups', 'cognito:groups', [], { kind: 'list', items: [] }],
    ['groups that are one text', 'cognito:groups', 'admins', { kind: 'text', text: 'admins' }],
    ['groups that are no texts', 'cognito:groups', [1], { kind: 'json', text: '[\n  1\n]' }],
    ['scopes', 'scope', 'openid  email', { kind: 'list', items: ['openid', 'email'] }],
    ['methods', 'amr', ['pwd', 'otp'], { kind: 'list', items: ['pwd', 'otp'] }],
    ['yes or no', 'email_verified', false, { kind: 'text', text: 'false' }],
    [
      'linked profiles',
      'identities',
      [{ primary: 'true' }],
      { kind: 'json', text: '[\n  {\n    "primary": "true"\n  }\n]' },
    ],
    ['a custom attribute', 'custom:since', '1795443351', { kind: 'text', text: '1795443351' }],
    ['markup', 'name', '<b>&amp;</b>', { kind: 'text', text: '<b>&amp;</b>' }],
    ['nothing', 'nickname', '', { kind: 'text', text: '' }],
  ])('%s is shown for what it is', (_what, name, value, expected) => {
    expect(valueOf({ [name]: value }, name)).toEqual(expected);
  });
});

it('the header’s rows say which key signed the token, and keep what is unusual', () => {
  expect(headerRowsFrom({ kid: 'abc=', alg: 'RS256', typ: 'JWT' })).toEqual([
    { name: 'kid', meaning: expect.stringContaining('signed it'), value: { kind: 'text', text: 'abc=' } },
    { name: 'alg', meaning: expect.stringContaining('RS256'), value: { kind: 'text', text: 'RS256' } },
    { name: 'typ', value: { kind: 'text', text: 'JWT' } },
  ]);
});
