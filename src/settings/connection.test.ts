import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { authFlows, cognitoEndpointOf, connectionSchema, regionOf } from './connection.ts';

const good = {
  id: 'blog-1',
  name: 'Blog, production',
  userPoolId: 'eu-west-1_Abc123XyZ',
  appClientId: '1example23456789abcdefghij',
  graphqlEndpoint: 'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql',
  authFlow: 'USER_SRP_AUTH',
};

describe('connectionSchema', () => {
  it('takes a connection as it is', () => {
    expect(v.parse(connectionSchema, good)).toEqual(good);
  });

  it('trims, puts URLs in their normal form and drops what it does not know', () => {
    const typed = {
      ...good,
      name: '  Blog, production ',
      userPoolId: ' eu-west-1_Abc123XyZ\n',
      cognitoEndpoint: 'HTTP://LocalHost:5825',
      clientSecret: 'not to be kept',
    };
    expect(v.parse(connectionSchema, typed)).toEqual({ ...good, cognitoEndpoint: 'http://localhost:5825/' });
  });

  it.each([
    ['an id with a slash', { id: '../x' }],
    ['an id that starts with an underscore', { id: '__proto__' }],
    ['no name', { name: '   ' }],
    ['a name with a line break inside', { name: 'a\nb' }],
    ['a name that is too long', { name: 'x'.repeat(201) }],
    ['a client id where the pool belongs', { userPoolId: good.appClientId }],
    ['a pool id that would be a host', { userPoolId: 'evil.example/_x' }],
    ['a client id with quotes', { appClientId: '"1example"' }],
    ['an http endpoint of a foreign host', { graphqlEndpoint: 'http://example.com/graphql' }],
    ['an http endpoint of a host that only starts like loopback', { graphqlEndpoint: 'http://localhost.example.com/' }],
    ['an IPv6 endpoint, which no policy can name', { graphqlEndpoint: 'http://[::1]:4000/graphql' }],
    ['an endpoint whose host would be a wildcard', { graphqlEndpoint: 'https://*/graphql' }],
    ['an endpoint whose host would end a directive', { graphqlEndpoint: 'https://a;script-src/graphql' }],
    ['an endpoint with a password', { graphqlEndpoint: 'https://user:password@example.com/graphql' }],
    ['an endpoint with a fragment', { graphqlEndpoint: 'https://example.com/graphql#x' }],
    ['a script', { graphqlEndpoint: 'javascript:alert(1)' }],
    ['a Cognito endpoint that is no URL', { cognitoEndpoint: "'self' *" }],
    ['an unknown flow', { authFlow: 'USER_AUTH' }],
    ['anything but true where a client has a secret', { hasClientSecret: 'the secret itself' }],
    ['a number for a name', { name: 7 }],
  ])('refuses %s', (_, wrong) => {
    expect(v.is(connectionSchema, { ...good, ...wrong })).toBe(false);
  });
});

it.each(authFlows)('connectionSchema takes %s, and that the client has a secret', (authFlow) => {
  const connection = { ...good, authFlow, hasClientSecret: true };
  expect(v.parse(connectionSchema, connection)).toEqual(connection);
});

describe('the region and its Cognito', () => {
  it('come from the user pool id', () => {
    expect(regionOf('ap-southeast-2_x')).toBe('ap-southeast-2');
    expect(cognitoEndpointOf({ userPoolId: 'eu-west-1_x' })).toBe('https://cognito-idp.eu-west-1.amazonaws.com/');
    expect(cognitoEndpointOf({ userPoolId: 'cn-north-1_x' })).toBe('https://cognito-idp.cn-north-1.amazonaws.com.cn/');
  });

  it('give way to an endpoint of the person', () => {
    const connection = { userPoolId: 'eu-west-1_x', cognitoEndpoint: 'http://localhost:5825/' };
    expect(cognitoEndpointOf(connection)).toBe('http://localhost:5825/');
  });
});
