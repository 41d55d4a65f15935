import { describe, expect, it } from 'vitest';
import { originsOf, policyFor } from './policy.ts';

const standard = {
  userPoolId: 'eu-west-1_Abc',
  graphqlEndpoint: 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql',
};

const connectSources = (policy: string): string[] =>
  (policy.split('; ').find((directive) => directive.startsWith('connect-src ')) ?? '').split(' ').slice(1);

describe('originsOf', () => {
  it.each([
    [
      'a standard endpoint, whose real-time host is its own',
      standard,
      [
        'https://cognito-idp.eu-west-1.amazonaws.com',
        'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com',
        'wss://abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.eu-west-1.amazonaws.com',
      ],
    ],
    [
      'China',
      {
        userPoolId: 'cn-north-1_Abc',
        graphqlEndpoint: 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.cn-north-1.amazonaws.com.cn/graphql',
      },
      [
        'https://cognito-idp.cn-north-1.amazonaws.com.cn',
        'https://abcdefghijklmnopqrstuvwxyz.appsync-api.cn-north-1.amazonaws.com.cn',
        'wss://abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.cn-north-1.amazonaws.com.cn',
      ],
    ],
    [
      'a custom domain, real-time on the same host',
      { ...standard, graphqlEndpoint: 'https://api.example.com/graphql' },
      ['https://cognito-idp.eu-west-1.amazonaws.com', 'https://api.example.com', 'wss://api.example.com'],
    ],
    [
      'a stand-in on loopback',
      { ...standard, cognitoEndpoint: 'http://localhost:5825/', graphqlEndpoint: 'http://localhost:5825/graphql' },
      ['http://localhost:5825', 'http://localhost:5825', 'ws://localhost:5825'],
    ],
  ])('names %s', (_, connection, origins) => {
    expect(originsOf(connection)).toEqual(origins);
  });
});

describe('policyFor', () => {
  it('lets a page without connections call nobody but its helper', () => {
    expect(policyFor([])).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
        "img-src 'self' data:; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
  });

  it('names each origin once', () => {
    const sources = connectSources(policyFor([standard, standard]));
    expect(sources).toEqual(["'self'", ...originsOf(standard)]);
  });

  // The schema refuses these before; the policy must be safe without it.
  it.each([
    'https://*/graphql',
    'https://*.example.com/graphql',
    "https://a;script-src'unsafe-inline'/graphql",
    'https://a,b/graphql',
    'https://[::1]/graphql',
    'data:text/html,x',
    "'unsafe-inline'",
    "https://example.com\r\nX-Header: x; script-src *'",
    '',
  ])('is not widened by the endpoint %j', (hostile) => {
    const policy = policyFor([{ userPoolId: "x;y' *_z", cognitoEndpoint: hostile, graphqlEndpoint: hostile }]);
    expect(policy).toBe(policyFor([]));
  });

  it('is not widened by a user pool id', () => {
    expect(connectSources(policyFor([{ userPoolId: '*; script-src *_x', graphqlEndpoint: 'x:' }]))).toEqual(["'self'"]);
  });

  it('admits inline scripts only by the dev server’s nonce', () => {
    const policy = policyFor([], { nonce: 'abc' });
    expect(policy).toContain("script-src 'self' 'nonce-abc';");
    expect(policy).not.toContain("script-src 'self' 'unsafe");
  });
});
