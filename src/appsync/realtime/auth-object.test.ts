import { describe, expect, it } from 'vitest';
import type { RequestToAuthorize } from '../authorization.ts';
import { connectAuth, protocolsWith, startAuth } from './auth-object.ts';

const endpoint = 'https://api.example.com/graphql';
const host = 'api.example.com';
const data = '{"query":"subscription { a }"}';

describe('the auth object', () => {
  it.each([
    ['a user pool', { Authorization: 'raw.jwt' }, { host, Authorization: 'raw.jwt' }],
    ['an API key', { 'x-api-key': 'da2-1' }, { host, 'x-api-key': 'da2-1' }],
    ['nobody', {}, { host }],
    [
      'IAM',
      { authorization: 'AWS4-HMAC-SHA256 …', 'x-amz-date': '20260101T000000Z', 'x-amz-security-token': 'sts' },
      {
        host,
        accept: 'application/json, text/javascript',
        'content-encoding': 'amz-1.0',
        'content-type': 'application/json; charset=UTF-8',
        Authorization: 'AWS4-HMAC-SHA256 …',
        'x-amz-date': '20260101T000000Z',
        'x-amz-security-token': 'sts',
      },
    ],
  ])('of %s', async (_who, headers, expected) => {
    const authorize = () => Promise.resolve(headers);
    expect(await connectAuth({ endpoint, authorize })).toStrictEqual(expected);
    expect(await startAuth({ endpoint, authorize }, data)).toStrictEqual(expected);
  });

  it('is signed for the request it stands for', async () => {
    const asked: RequestToAuthorize[] = [];
    const authorize = (request: RequestToAuthorize) => {
      asked.push(request);
      return Promise.resolve({});
    };
    await connectAuth({ endpoint, authorize });
    await startAuth({ endpoint, authorize }, data);
    expect(asked.map(({ url, body }) => [url, body])).toEqual([
      [`${endpoint}/connect`, '{}'],
      [endpoint, data],
    ]);
    expect(asked[0]?.headers['content-encoding']).toBe('amz-1.0');
  });

  it('takes the person’s own headers, and their authorization in place of ours', async () => {
    const authorize = () => Promise.resolve({ Authorization: 'ours' });
    const own = await startAuth({ endpoint, authorize, headers: { authorization: 'own', 'x-trace': '1' } }, data);
    expect(own).toStrictEqual({ host, Authorization: 'own', 'x-trace': '1' });
    const beside = await startAuth({ endpoint, authorize, headers: { 'x-trace': '1', Host: 'elsewhere' } }, data);
    expect(beside).toStrictEqual({ host, Authorization: 'ours', 'x-trace': '1' });
  });
});

it('goes into a subprotocol that is read back as it was', () => {
  const auth = { host, Authorization: 'ëÿ?>~日本'.repeat(3) };
  const [protocol, header = ''] = protocolsWith(auth);
  expect(protocol).toBe('graphql-ws');
  expect(header).toMatch(/^header-[\w-]+$/);
  expect(JSON.parse(Buffer.from(header.slice('header-'.length), 'base64url').toString('utf8'))).toEqual(auth);
});
