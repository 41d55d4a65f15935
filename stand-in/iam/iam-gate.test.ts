import { beforeEach, describe, expect, test } from 'vitest';
import { demoIam, demoIamAccount } from '../demo/demo-iam.ts';
import { IamGate } from './iam-gate.ts';
import { IamRefusal } from './iam-refusal.ts';
import type { IncomingRequest } from './signature.ts';
import { signedRequest, type Signing } from './test-signer.ts';

const scope = { region: 'eu-west-1', service: 'cognito-idp' };
const missingToken = 'Missing Authentication Token';

let time: number;
let gate: IamGate;
beforeEach(() => {
  time = Date.UTC(2026, 2, 5, 9, 7, 3);
  gate = new IamGate(demoIamAccount(), () => time);
});

const signed = (special: Partial<Signing> = {}) =>
  signedRequest({ ...demoIam.allowed, ...scope, time, body: '{"a":1}', headers: { 'x-amz-target': 'T' }, ...special });

const verdict = (request: IncomingRequest): Promise<string> =>
  gate.callerOf(request, { ...scope, missingToken }).then(
    ({ arn }) => arn,
    (error: unknown) => {
      if (error instanceof IamRefusal) return `${error.jsonType}: ${error.message}`;
      throw error;
    },
  );

function withHeaders(request: IncomingRequest, headers: Readonly<Record<string, string>>): IncomingRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

function withAuthorization(request: IncomingRequest, change: (text: string) => string): IncomingRequest {
  return withHeaders(request, { authorization: change(request.headers['authorization'] ?? '') });
}

const doesNotMatch = /^InvalidSignatureException: The request signature we calculated does not match the signature/;

test('the example of the documentation is taken', async () => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
  time = Date.UTC(2015, 7, 30, 12, 36, 0);
  const example = {
    arn: 'arn:aws:iam::123456789012:user/example',
    userId: 'AIDAEXAMPLE',
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    policy: { Version: '2012-10-17', Statement: [] },
  };
  const exampleGate = new IamGate({ id: '123456789012', principals: [example] }, () => time);
  const request = {
    method: 'GET',
    url: new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08'),
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      host: 'iam.amazonaws.com',
      'x-amz-date': '20150830T123600Z',
    },
    body: new Uint8Array(),
  };
  expect(await exampleGate.callerOf(request, { region: 'us-east-1', service: 'iam', missingToken })).toBe(example);
});

describe('tells who calls', () => {
  test.each([
    ['a user', demoIam.allowed, 'arn:aws:iam::123456789012:user/allowed'],
    ['a user who may do nothing', demoIam.denied, 'arn:aws:iam::123456789012:user/denied'],
    [
      'a session',
      demoIam.temporary,
      'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/temporary',
    ],
  ])('%s', async (_name, credentials, arn) => {
    expect(await verdict(signed(credentials))).toBe(arn);
  });

  test.each(['user-agent', 'x-amzn-trace-id', 'cache-control'])('also where %s is signed', async (name) => {
    expect(await verdict(signed({ headers: { [name]: 'x' } }))).toBe('arn:aws:iam::123456789012:user/allowed');
  });

  test('whatever a proxy adds unsigned', async () => {
    expect(await verdict(withHeaders(signed(), { via: '1.1 proxy' }))).toBe('arn:aws:iam::123456789012:user/allowed');
  });
});

describe('refuses what was changed after it was signed:', () => {
  test.each<[string, (request: IncomingRequest) => IncomingRequest]>([
    ['the body', (request) => ({ ...request, body: new TextEncoder().encode('{"a":2}') })],
    ['the method', (request) => ({ ...request, method: 'PUT' })],
    ['the path', (request) => ({ ...request, url: new URL('/other', request.url) })],
    ['the query', (request) => ({ ...request, url: new URL('/?a=1', request.url) })],
    ['a signed header', (request) => withHeaders(request, { 'x-amz-target': 'U' })],
    ['the host', (request) => withHeaders(request, { host: 'cognito-idp.eu-west-1.amazonaws.com' })],
    [
      'the time, by a second',
      (request) => withHeaders(request, { 'x-amz-date': (request.headers['x-amz-date'] ?? '').replace('03Z', '04Z') }),
    ],
    [
      'the list of signed headers',
      (request) => withAuthorization(request, (text) => text.replace(';x-amz-target', '')),
    ],
    [
      'the signature',
      (request) => withAuthorization(request, (text) => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    ],
    ['the signature, cut', (request) => withAuthorization(request, (text) => text.slice(0, -1))],
  ])('%s', async (_name, change) => {
    expect(await verdict(change(signed()))).toMatch(doesNotMatch);
  });

  test('the body, although its hash was signed', async () => {
    const hash = '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862';
    const honest = signed({ headers: { 'x-amz-content-sha256': hash } });
    expect(await verdict(honest)).toBe('arn:aws:iam::123456789012:user/allowed');
    expect(await verdict({ ...honest, body: new TextEncoder().encode('{"a":2}') })).toMatch(doesNotMatch);
  });

  test('nothing, but with another secret', async () => {
    expect(await verdict(signed({ secretAccessKey: demoIam.denied.secretAccessKey }))).toMatch(doesNotMatch);
  });
});

describe('refuses', () => {
  const unrecognized = 'UnrecognizedClientException: The security token included in the request is invalid.';
  const { sessionToken, ...keysAlone } = demoIam.temporary;
  test.each<[string, () => IncomingRequest, string | RegExp]>([
    [
      'no signature',
      () => withAuthorization(signed(), () => ''),
      'MissingAuthenticationTokenException: Missing Authentication Token',
    ],
    [
      'another scheme',
      () => withAuthorization(signed(), () => 'Bearer x'),
      'MissingAuthenticationTokenException: Missing Authentication Token',
    ],
    [
      'parts that are missing, all at once',
      () => withHeaders(signed(), { authorization: 'AWS4-HMAC-SHA256 Credential=x', 'x-amz-date': '' }),
      /^IncompleteSignatureException: Authorization header requires 'Signature' parameter\. Authorization header requires 'SignedHeaders' parameter\. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header\. \(Hashed/,
    ],
    [
      'a date of another form',
      () => withHeaders(signed(), { 'x-amz-date': '2026-03-05T09:07:03Z' }),
      /^IncompleteSignatureException: Date must be in ISO-8601 'basic format'\. Got '2026-03-05T09:07:03Z'\./,
    ],
    [
      'a day that is none',
      () => withHeaders(signed(), { 'x-amz-date': '20260231T090703Z' }),
      /^IncompleteSignatureException: Date must be in/,
    ],
    [
      'an old signature',
      () => signed({ time: time - 301_000 }),
      'InvalidSignatureException: Signature expired: 20260305T090202Z is now earlier than 20260305T090203Z (20260305T090703Z - 5 min.)',
    ],
    [
      'a signature of the future',
      () => signed({ time: time + 301_000 }),
      'InvalidSignatureException: Signature not yet current: 20260305T091204Z is still later than 20260305T091203Z (20260305T090703Z + 5 min.)',
    ],
    [
      'an unsigned host',
      () => withAuthorization(signed(), (text) => text.replace('SignedHeaders=host;', 'SignedHeaders=')),
      "InvalidSignatureException: 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'another algorithm',
      () => withAuthorization(signed(), (text) => text.replace('HMAC-SHA256', 'ECDSA-P256-SHA256')),
      "IncompleteSignatureException: Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). ",
    ],
    [
      'a credential without its scope',
      () => withAuthorization(signed(), (text) => text.replace('/eu-west-1', '')),
      /^IncompleteSignatureException: Credential must have exactly 5 slash-delimited elements/,
    ],
    [
      'another region',
      () => signed({ region: 'us-east-1' }),
      'InvalidSignatureException: Credential should be scoped to a valid region. ',
    ],
    [
      'another service',
      () => signed({ service: 'sts' }),
      "InvalidSignatureException: Credential should be scoped to correct service: 'cognito-idp'. ",
    ],
    [
      'a scope of another day',
      () => signed({ day: '20260304' }),
      "InvalidSignatureException: Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260304' != '20260305', from '20260305T090703Z'. ",
    ],
    ['an unknown key', () => signed({ accessKeyId: 'AKIANOSUCHKEYEXAMPLE' }), unrecognized],
    ['a session without its token', () => signed(keysAlone), unrecognized],
    ['a session with another token', () => signed({ ...keysAlone, sessionToken: `${sessionToken}x` }), unrecognized],
    ['a token that belongs to nobody', () => signed({ sessionToken }), unrecognized],
  ])('%s', async (_name, request, expected) => {
    const given = await verdict(request());
    if (typeof expected === 'string') expect(given).toBe(expected);
    else expect(given).toMatch(expected);
  });

  test('a session after its hour', async () => {
    time += 3_599_000;
    expect(await verdict(signed(demoIam.temporary))).toContain('assumed-role');
    time += 1000;
    expect(await verdict(signed(demoIam.temporary))).toBe(
      'ExpiredTokenException: The security token included in the request is expired',
    );
  });
});

test('a clock that is off by five minutes is taken', async () => {
  for (const offset of [-300_000, 300_000]) {
    expect(await verdict(signed({ time: time + offset }))).toContain('user/allowed');
  }
});
