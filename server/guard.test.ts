import { describe, expect, it } from 'vitest';
import { judge, maxBodyBytes, type Arrival } from './guard.ts';

const port = 5824;
const get = (headers: Arrival['headers'], target = '/'): Arrival => ({ method: 'GET', target, headers });

const put = (headers: Record<string, string | undefined> = {}, method = 'PUT'): Arrival => {
  const all = {
    host: 'localhost:5824',
    origin: 'http://localhost:5824',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': '2',
    ...headers,
  };
  const lists = Object.entries(all).map(([name, value]) => [name, value === undefined ? undefined : [value]]);
  return { method, target: '/api/connections/x', headers: Object.fromEntries(lists) };
};

const statusOf = (arrival: Arrival, on = port): number => {
  const verdict = judge(arrival, on);
  return verdict.ok ? 200 : verdict.status;
};

describe('who may look', () => {
  it.each(['localhost:5824', '127.0.0.1:5824', '[::1]:5824', 'LocalHost:5824'])('Host %s', (host) => {
    expect(statusOf(get({ host: [host] }))).toBe(200);
  });

  it('Host without a port, on port 80 only', () => {
    expect(statusOf(get({ host: ['localhost'] }), 80)).toBe(200);
    expect(statusOf(get({ host: ['localhost'] }))).toBe(403);
  });

  it.each([
    ['a foreign name that resolves to loopback', ['rebound.example:5824']],
    ['another port', ['localhost:5825']],
    ['a name that starts like ours', ['localhost.example:5824']],
    ['a name that ends like ours', ['x.localhost:5824']],
    ['a user before the host', ['localhost:5824@example.com']],
    ['another loopback address', ['127.0.0.2:5824']],
    ['nothing', []],
    ['two Hosts', ['localhost:5824', 'example.com']],
  ])('not Host %s', (_, host) => {
    expect(statusOf(get({ host }))).toBe(403);
  });

  it.each(['http://localhost:5824/', 'http://example.com/', '//example.com/', '*', '', String.raw`/\example.com`])(
    'not the request target %j',
    (target) => {
      expect(statusOf(get({ host: ['localhost:5824'] }, target))).toBe(400);
    },
  );
});

describe('who may change', () => {
  it.each([
    ['its own page', put()],
    ['its page on 127.0.0.1', put({ host: '127.0.0.1:5824', origin: 'http://127.0.0.1:5824' })],
    ['its page on ::1', put({ host: '[::1]:5824', origin: 'http://[::1]:5824' })],
    ['a browser without Sec-Fetch-Site', put({ 'sec-fetch-site': undefined })],
    ['JSON with a charset', put({ 'content-type': 'application/json; charset=utf-8' })],
    ['a removal without a body', put({ 'content-type': undefined, 'content-length': undefined }, 'DELETE')],
    ['a body of the largest size', put({ 'content-length': String(maxBodyBytes) })],
  ])('%s', (_, arrival) => {
    expect(statusOf(arrival)).toBe(200);
  });

  it.each([
    ['no Origin', 403, put({ origin: undefined })],
    ['the null origin', 403, put({ origin: 'null' })],
    ['a foreign Origin', 403, put({ origin: 'https://example.com' })],
    ['the stand-in’s Origin', 403, put({ origin: 'http://localhost:5825' })],
    ['https for http', 403, put({ origin: 'https://localhost:5824' })],
    ['another of our names than its Host', 403, put({ origin: 'http://127.0.0.1:5824' })],
    ['another site', 403, put({ 'sec-fetch-site': 'cross-site' })],
    ['another port of this machine', 403, put({ 'sec-fetch-site': 'same-site' })],
    ['a foreign Host', 403, put({ host: 'example.com:5824', origin: 'http://example.com:5824' })],
    ['a form', 415, put({ 'content-type': 'application/x-www-form-urlencoded' })],
    ['text/plain', 415, put({ 'content-type': 'text/plain' })],
    ['a type that only starts like JSON', 415, put({ 'content-type': 'application/json-patch+json' })],
    ['no type', 415, put({ 'content-type': undefined })],
    ['a removal with a text body', 415, put({ 'content-type': 'text/plain' }, 'DELETE')],
    ['a preflight of another site', 403, put({ origin: 'https://example.com' }, 'OPTIONS')],
    ['an unknown method without Origin', 403, put({ origin: undefined }, 'PURGE')],
    ['a body that is too large', 413, put({ 'content-length': String(maxBodyBytes + 1) })],
  ])('not %s', (_, status, arrival) => {
    expect(statusOf(arrival)).toBe(status);
  });
});
