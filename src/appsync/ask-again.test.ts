import { describe, expect, it } from 'vitest';
import { parseBody, type Answer } from './http.ts';
import { isQuery, sendAgainIfExpired, type AskAgain } from './ask-again.ts';

const answer = (status: number, message: string): Answer => ({
  status,
  requestId: undefined,
  errorType: undefined,
  contentType: 'application/json',
  milliseconds: 1,
  bytes: 1,
  body: parseBody(JSON.stringify({ errors: [{ message }] })),
});
const expired = answer(401, 'Token has expired.');
const good = answer(200, '');

async function ask(first: Answer, change: Partial<AskAgain> = {}) {
  const did: string[] = [];
  const answers = [first, good];
  const outcome = await sendAgainIfExpired({
    operation: { query: '{ a }' },
    overridden: false,
    send: () => {
      did.push('send');
      return Promise.resolve(answers.shift() ?? good);
    },
    renew: () => {
      did.push('renew');
      return Promise.resolve(true);
    },
    ...change,
  });
  return { did, askedAgain: outcome.askedAgain, status: outcome.answer.status };
}

describe('an expired token', () => {
  it('is replaced, and the query asked once more', async () => {
    expect(await ask(expired)).toEqual({ did: ['send', 'renew', 'send'], askedAgain: true, status: 200 });
  });

  it.each<[string, Answer, Partial<AskAgain>]>([
    ['a mutation', expired, { operation: { query: 'mutation { a }' } }],
    [
      'a mutation beside a query',
      expired,
      { operation: { query: 'query A { a } mutation B { b }', operationName: 'B' } },
    ],
    ['what cannot be read', expired, { operation: { query: '{' } }],
    ['a header of the tab’s own', expired, { overridden: true }],
    ['another refusal', answer(401, 'You are not authorized to make this call.'), {}],
    ['an error of the same words at 200', answer(200, 'Token has expired.'), {}],
  ])('of %s is not', async (_case, first, change) => {
    expect(await ask(first, change)).toMatchObject({ did: ['send'], askedAgain: false });
  });

  it('that cannot be renewed stays refused', async () => {
    expect(await ask(expired, { renew: () => Promise.resolve(false) })).toMatchObject({ did: ['send'], status: 401 });
  });

  it('is replaced once only', async () => {
    const refused = { ...expired };
    const sent = await ask(refused, { send: () => Promise.resolve(refused) });
    expect(sent).toMatchObject({ did: ['renew'], askedAgain: true, status: 401 });
  });
});

it.each([
  ['query A { a } mutation B { b }', 'A', true],
  ['query A { a } mutation B { b }', undefined, false],
  ['subscription { a }', undefined, false],
])('isQuery(%s, %s) is %s', (query, operationName, expected) => {
  expect(isQuery({ query, operationName })).toBe(expected);
});
