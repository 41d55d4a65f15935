import { describe, expect, it } from 'vitest';
import { apiKeyFrom, iamFrom, lambdaTokenFrom, oidcTokenFrom } from './read-credential.ts';

const aws = 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql';
const local = 'http://localhost:20002/graphql';
const key = 'da2-abcdefghijklmnopqrstuvwxyz';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;
const now = new Date(2026, 10, 23, 14, 0).getTime();
const inSeconds = (ms: number) => Math.floor((now + ms) / 1000);
const ownIssuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A';
const good = jwt({ iss: 'https://id.example.com', sub: 'sue', exp: inSeconds(3_600_000) });

describe('an API key', () => {
  it.each([
    ['as it is', key],
    ['with blanks', `  ${key}\n`],
    ['in the quotes of a file', `"${key}",`],
  ])('%s is taken', (_, text) => {
    expect(apiKeyFrom(text, aws)).toEqual({ ok: true, credential: { authMode: 'API_KEY', key } });
  });

  it.each([
    ['', aws, 'There is no key yet.'],
    ['abcdefghijklmnopqrstuvwxyz', aws, /starts with da2-/],
    ['da2-short', aws, /this has 5 characters after da2-/],
    [good, aws, /This is a token, not an API key/],
    ['da2-a\nb', local, /line breaks/],
    ['schlüssel', local, /no HTTP header/],
  ])('%j is refused', (text, endpoint, words) => {
    const result = apiKeyFrom(text, endpoint);
    expect(result).toEqual({ ok: false, wrong: words instanceof RegExp ? expect.stringMatching(words) : words });
  });

  it('may have any shape where AppSync is not AWS’s own', () => {
    expect(apiKeyFrom('da2-fakeApiId123456', local)).toMatchObject({ ok: true });
    expect(apiKeyFrom('0123456789', 'https://api.example.com/graphql')).toMatchObject({ ok: true });
  });
});

describe('a token of another issuer', () => {
  const read = (text: string) => oidcTokenFrom(text, { now, ownIssuer });

  it('is taken, and said whose it is and until when', () => {
    expect(read(good)).toEqual({
      ok: true,
      credential: { authMode: 'OPENID_CONNECT', token: good },
      found: expect.stringMatching(/^Issued by https:\/\/id\.example\.com for sue, good until 15:00\./),
    });
  });

  it.each([`Bearer ${good}`, `Authorization: bearer  ${good}`])('loses its Bearer, which is told', (text) => {
    expect(read(text)).toMatchObject({ credential: { token: good }, found: expect.stringContaining('was left out') });
  });

  it.each([
    ['', 'There is no token yet.'],
    ['opaque-token', /not a JWT/],
    [key, /belongs under API key/],
    [jwt({ sub: 'sue' }), /names no issuer/],
    [jwt({ iss: ownIssuer, exp: inSeconds(1000) }), /the connection’s own user pool/],
    [jwt({ iss: ownIssuer.replace('_A', '_B') }), /another user pool, eu-west-1_B\./],
    [jwt({ iss: 'https://id.example.com' }), /has no end/],
    [jwt({ iss: 'https://id.example.com', exp: inSeconds(-60_000) }), /expired at 13:59\. Get a new one from https/],
    [jwt({ iss: 'https://id.example.com', exp: inSeconds(-200_000_000) }), /expired 2 days ago/],
  ])('%j is refused', (text, words) => {
    const result = read(text);
    expect(result).toEqual({ ok: false, wrong: words instanceof RegExp ? expect.stringMatching(words) : words });
    if (text !== '') expect(JSON.stringify(result)).not.toContain(text);
  });
});

describe('a token for a Lambda authorizer', () => {
  it.each([
    ['let-me-in', '', 'let-me-in'],
    [' let-me-in ', 'Custom ', 'Custom let-me-in'],
    [good, 'prefix-', `prefix-${good}`],
    ['Bearer x', '', 'Bearer x'],
  ])('%s with the prefix %j is sent as %s', (text, prefix, token) => {
    expect(lambdaTokenFrom(text, prefix)).toEqual({ ok: true, credential: { authMode: 'AWS_LAMBDA', token } });
  });

  it.each([
    ['', '', /no token yet/],
    ['two\nlines', '', /line breaks/],
    ['ok', 'präfix', /no HTTP header/],
  ])('%j is refused', (text, prefix, words) => {
    expect(lambdaTokenFrom(text, prefix)).toEqual({ ok: false, wrong: expect.stringMatching(words) });
  });
});

it.each([
  ['', { ok: true, credential: { authMode: 'AWS_IAM' } }],
  [' work ', { ok: true, credential: { authMode: 'AWS_IAM', profile: 'work' } }],
  ['AKIAIOSFODNN7EXAMPLE', { ok: false, wrong: expect.stringMatching(/Keys stay out of the page/) }],
  ['a\u0000b', { ok: false, wrong: 'This is not the name of an AWS profile.' }],
])('the profile %j', (text, result) => {
  expect(iamFrom(text)).toEqual(result);
});
