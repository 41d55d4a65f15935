import { expect, test } from 'vitest';
import { readConnectAuth, type ConnectRequest } from './connect-auth.ts';

const auth = { host: 'localhost:1', Authorization: 'töken' };
const base64 = Buffer.from(JSON.stringify(auth)).toString('base64');
const base64url = Buffer.from(JSON.stringify(auth)).toString('base64url');

const read = (query: string, protocols: readonly string[], headers: Record<string, string> = {}) =>
  readConnectAuth({
    query: new URLSearchParams(query),
    protocols,
    headers: new Headers(headers),
  } satisfies ConnectRequest);
const queryOf = (header: string, payload = 'e30=') => new URLSearchParams({ header, payload }).toString();

test.each<[string, string, string[]]>([
  ['the query', queryOf(base64), ['graphql-ws']],
  ['the subprotocol', '', ['graphql-ws', `header-${base64url}`]],
  ['the subprotocol, offered first', '', [`header-${base64url}`, 'graphql-ws']],
])('is read from %s', (_, query, protocols) => {
  expect(read(query, protocols)).toStrictEqual({ ok: true, auth });
});

test('is read from headers where neither has it', () => {
  const headers = { host: 'localhost:1', 'x-api-key': 'da2-x', cookie: 'a=b' };
  expect(read('', ['graphql-ws'], headers)).toStrictEqual({
    ok: true,
    auth: { host: 'localhost:1', 'x-api-key': 'da2-x' },
  });
});

test.each<[string, string, string[]]>([
  ['no subprotocol', queryOf(base64), []],
  ['another subprotocol', queryOf(base64), ['graphql-transport-ws']],
])('%s: that is said', (_, query, protocols) => {
  expect(read(query, protocols)).toStrictEqual({ ok: false, why: 'no protocol' });
});

test.each<[string, string, string[]]>([
  ['a query header that is no base64', queryOf('{"host":"x"}'), ['graphql-ws']],
  ['a query header that is no JSON', queryOf('aGVsbG8='), ['graphql-ws']],
  ['a query header that is a list', queryOf('W10='), ['graphql-ws']],
  ['a query header without its payload', `header=${encodeURIComponent(base64)}`, ['graphql-ws']],
  ['padding in the subprotocol', '', ['graphql-ws', `header-${base64}=`]],
  ['nothing after the prefix', '', ['graphql-ws', 'header-']],
])('%s is an error of encoding', (_, query, protocols) => {
  expect(read(query, protocols)).toStrictEqual({ ok: false, why: 'encoding' });
});
