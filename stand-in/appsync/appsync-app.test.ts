import { beforeAll, expect, test } from 'vitest';
import { testApp } from './testing/ask.ts';
import { testRequestId } from './testing/deps.ts';
import { openTokenDesk, type TokenDesk } from './testing/tokens.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

const withKey = { 'x-api-key': 'da2-good', 'content-type': 'application/json' };

test('queries may come by GET', async () => {
  const parameters = new URLSearchParams({
    query: 'query A($t: String) { arguments(text: $t) } query B { me }',
    operationName: 'A',
    variables: '{"t": "x"}',
  });
  const response = await testApp(desk).request(`/graphql?${parameters.toString()}`, { headers: withKey });
  expect(await response.json()).toStrictEqual({ data: { arguments: '{"text":"x","limit":20}' } });
});

test.each([
  ['', 'Request body is empty.'],
  ['?query=', 'Request body is empty.'],
  ['?query=%7B', 'Unable to parse GraphQL query.'],
  ['?query=%7B__typename%7D&variables=meow', 'Unable to parse GraphQL query.'],
])('GET /graphql%s is malformed', async (search, message) => {
  const response = await testApp(desk).request(`/graphql${search}`, { headers: withKey });
  expect(response.status).toBe(400);
  expect(await response.json()).toStrictEqual({ errors: [{ errorType: 'MalformedHttpRequestException', message }] });
});

test.each([
  ['POST', '/graphql/nope'],
  ['PUT', '/graphql'],
  ['GET', '/graphql/realtime'],
])('%s %s is an unknown operation', async (method, path) => {
  const response = await testApp(desk).request(path, { method, headers: withKey });
  expect(response.status).toBe(404);
  expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  expect(await response.text()).toContain('UnknownOperationException');
});

test('every answer has a request id, the tokens consumed and its content type; refusals name their type', async () => {
  const always = {
    'x-amzn-requestid': testRequestId,
    'x-amzn-appsync-tokensconsumed': '1',
    'content-type': 'application/json;charset=UTF-8',
  };
  const body = '{"query": "{ __typename }"}';
  const good = await testApp(desk).request('/graphql', { method: 'POST', headers: withKey, body });
  expect(Object.fromEntries(good.headers)).toMatchObject(always);
  expect(good.headers.has('x-amzn-errortype')).toBe(false);

  const bad = await testApp(desk).request('/graphql', { method: 'POST', body });
  expect(Object.fromEntries(bad.headers)).toMatchObject({ ...always, 'x-amzn-errortype': 'UnauthorizedException' });
});

test('a caller’s identity reaches the resolvers of that caller’s request only', async () => {
  const app = testApp(desk);
  const whoIs = async (username: string) => {
    const headers = { authorization: await desk.tokenFor(username, []), 'content-type': 'application/json' };
    const response = await app.request('/graphql', { method: 'POST', headers, body: '{"query": "{ me }"}' });
    return response.text();
  };
  const names = ['ann', 'ben', 'cem', 'dee'];
  const answers = await Promise.all(names.map(whoIs));
  const told = answers.map((answer) => names.filter((name) => answer.includes(`sub-of-${name}`)));
  expect(told).toStrictEqual(names.map((name) => [name]));
});
