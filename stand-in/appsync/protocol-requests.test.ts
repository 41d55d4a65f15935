// The protocol, case by case, part 1: requests that are refused as a whole, and those that just pass.
import { beforeAll, expect, test } from 'vitest';
import { ask, type Call } from './testing/ask.ts';
import { openTokenDesk, type TokenDesk } from './testing/tokens.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

const malformed = (message: string) => ({ errors: [{ errorType: 'MalformedHttpRequestException', message }] });
const badRequest = (message: string) => ({ errors: [{ errorType: 'BadRequestException', message }] });
const empty = malformed('Request body is empty.');
const unparsable = malformed('Unable to parse GraphQL query.');
const passes = { data: { __typename: 'Query' } };
const query = '{ __typename }';

test.each<[row: string, call: Call, status: number, body: unknown]>([
  ['1 an empty body', { body: '' }, 400, empty],
  ['2 a body of spaces', { body: ' \n' }, 400, empty],
  ['3 not JSON', { body: 'meow' }, 400, unparsable],
  ['4 an empty object', { body: '{}' }, 400, unparsable],
  ['5 an empty array', { body: '[]' }, 400, unparsable],
  ['6 batching', { body: `[${JSON.stringify({ query })}]` }, 400, unparsable],
  ['7 JSON with more behind it', { body: '{}}' }, 400, unparsable],
  ['8 a syntax error', { query: '{ me' }, 400, unparsable],
  ['9 an empty query', { query: '' }, 400, unparsable],
  ['10 a query that is not text', { body: '{"query": 5}' }, 400, unparsable],
  ['11 variables that are not a map', { body: '{"query": "{ me }", "variables": "x"}' }, 400, unparsable],
  ['12 a document without an operation', { query: 'fragment F on Todo { id }' }, 400, unparsable],
  [
    '13 several operations, no name',
    { query: 'query A { me } query B { me }' },
    400,
    badRequest('Missing operation name.'),
  ],
  [
    '14 a name that no operation has',
    { body: '{"query": "query A { me }", "operationName": "B"}' },
    400,
    badRequest("Unknown operation named 'B'."),
  ],
  [
    '15 a subscription',
    { query: 'subscription { onCreateTodo { id } }' },
    400,
    badRequest('Subscriptions over MQTT is not supported.'),
  ],
  [
    '16 a bad content type',
    { query, contentType: 'text/plain' },
    400,
    { errors: [{ errorType: 'BadRequestException' }] },
  ],
  [
    '17 too large a body',
    { query: `{ me } # ${'x'.repeat(1024 * 1024)}` },
    413,
    { errors: [{ errorType: 'RequestEntityTooLargeException' }] },
  ],
  [
    '18 a wrong API key, whatever the body',
    { body: 'meow', apiKey: 'da2-bad' },
    401,
    { errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }] },
  ],
  ['19 the charset spelled out', { query, contentType: 'application/json; charset=UTF-8' }, 200, passes],
  ['20 application/graphql, as in AWS’s own examples', { query, contentType: 'application/graphql' }, 200, passes],
  ['21 an operation name of nothing', { body: '{"query": "{ __typename }", "operationName": ""}' }, 200, passes],
  [
    '22 nulls for what is left out',
    { body: '{"query": "{ __typename }", "operationName": null, "variables": null}' },
    200,
    passes,
  ],
  [
    '23 one of several operations by its name',
    { body: '{"query": "query A { me } query B { __typename }", "operationName": "B"}' },
    200,
    passes,
  ],
])('row %s', async (_, call, status, body) => {
  expect(await ask(desk, call)).toStrictEqual({ status, body });
});
