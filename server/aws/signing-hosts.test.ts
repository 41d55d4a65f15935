import { describe, expect, it } from 'vitest';
import { awsHostsOf, maySignFor, stsEndpointFor } from './signing-hosts.ts';

const pool = 'eu-west-1_AbC';

describe('what is signed for', () => {
  it.each([
    ['the region’s own host', 'https://cognito-idp.eu-west-1.amazonaws.com/', pool],
    ['its FIPS host', 'https://cognito-idp-fips.us-east-1.amazonaws.com/', 'us-east-1_AbC'],
    ['a host of the China partition', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/', 'cn-north-1_AbC'],
    ['a host of GovCloud', 'https://cognito-idp.us-gov-west-1.amazonaws.com/', 'us-gov-west-1_AbC'],
    ['this machine', 'http://localhost:5825/', pool],
    ['this machine by its address', 'http://127.0.0.1:4566/', pool],
    ['this machine, for a pool of another stand-in', 'http://localhost:9229/', 'local_AbC'],
  ])('%s', (_, endpoint, userPoolId) => {
    expect(maySignFor(endpoint, userPoolId)).toBe(true);
  });

  it.each([
    ['a proxy', 'https://auth.example.com/'],
    ['another region', 'https://cognito-idp.eu-central-1.amazonaws.com/'],
    ['another service', 'https://sts.eu-west-1.amazonaws.com/'],
    ['a bucket that anybody may own', 'https://cognito-idp.eu-west-1.s3.amazonaws.com/'],
    ['a name that starts like it', 'https://cognito-idp.eu-west-1.amazonaws.com.example.com/'],
    ['a name that ends like it', 'https://x.cognito-idp.eu-west-1.amazonaws.com/'],
    ['the other partition’s name', 'https://cognito-idp.eu-west-1.amazonaws.com.cn/'],
    ['it without TLS', 'http://cognito-idp.eu-west-1.amazonaws.com/'],
    ['another port of it', 'https://cognito-idp.eu-west-1.amazonaws.com:8443/'],
    ['another path of it', 'https://cognito-idp.eu-west-1.amazonaws.com/x'],
    ['a user before it', 'https://a@cognito-idp.eu-west-1.amazonaws.com/'],
    ['a name that starts like this machine’s', 'http://localhost.example.com/'],
    ['no URL', 'cognito-idp.eu-west-1.amazonaws.com'],
  ])('not %s', (_, endpoint) => {
    expect(maySignFor(endpoint, pool)).toBe(false);
  });

  it.each(['local_AbC', 'evil.example_AbC', 'eu-west-1.evil-1_AbC', '_AbC'])('no host of the pool id %s', (id) => {
    expect(awsHostsOf(id)).toEqual([]);
  });
});

it('whose the credentials are is asked in the same region, or of the same stand-in', () => {
  expect(stsEndpointFor('https://cognito-idp.eu-west-1.amazonaws.com/', pool)).toBe(
    'https://sts.eu-west-1.amazonaws.com/',
  );
  expect(stsEndpointFor('https://cognito-idp.cn-north-1.amazonaws.com.cn/', 'cn-north-1_A')).toBe(
    'https://sts.cn-north-1.amazonaws.com.cn/',
  );
  expect(stsEndpointFor('http://localhost:5825/cognito', pool)).toBe('http://localhost:5825/');
});
