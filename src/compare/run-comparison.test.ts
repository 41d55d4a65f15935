import { describe, expect, test } from 'vitest';
import { AppSyncError } from '../appsync/appsync-error.ts';
import type { Authorize } from '../appsync/authorization.ts';
import type { Participant } from './participant.ts';
import { runComparison, withoutAuthorization, type Column, type RunOptions } from './run-comparison.ts';

const participant = (
  name: string,
  authorize: Authorize = async () => ({ Authorization: `token-of-${name}` }),
): Participant => ({
  id: name,
  name,
  mark: { letter: name.slice(0, 1), hue: 0 },
  groups: [],
  authMode: 'AMAZON_COGNITO_USER_POOLS',
  authorize,
});

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

interface Sent {
  readonly who: string;
  readonly headers: Headers;
}

/** Answers by who asks; notes what was sent. */
function network(answers: Readonly<Record<string, () => Response | Promise<Response>>>) {
  const sent: Sent[] = [];
  const fetch: RunOptions['fetch'] = async (_input, init) => {
    const headers = new Headers(init?.headers);
    const who = (headers.get('authorization') ?? '').replace('token-of-', '');
    sent.push({ who, headers });
    const answer = answers[who];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { fetch, sent };
}

async function run(options: Partial<RunOptions> & Pick<RunOptions, 'participants' | 'fetch'>) {
  const columns: Column[] = [];
  const order: string[] = [];
  await runComparison({
    endpoint: 'https://api.example/graphql',
    operation: { query: '{ a }' },
    headers: {},
    inTurn: false,
    signal: new AbortController().signal,
    now: () => 0,
    onAnswer: (index, column) => {
      columns[index] = column;
      order.push(column.participant.name);
    },
    ...options,
  });
  return { columns, order };
}

describe('a comparison', () => {
  test('gives each its own answer, and leaves the rest standing whatever becomes of one', async () => {
    const over: Authorize = () =>
      Promise.reject(new AppSyncError('NotAuthorized', 'The token of eve has expired. Sign in again to go on.'));
    const { fetch } = network({
      carol: () => json({ data: { a: 1 } }),
      alice: () =>
        json({
          data: { a: null },
          errors: [{ path: ['a'], errorType: 'Unauthorized', message: 'Not Authorized to access a' }],
        }),
      bob: () => json({ errors: [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }] }, 401),
      html: () => new Response('<p>Sign in</p>', { status: 200, headers: { 'content-type': 'text/html' } }),
      odd: () => json({ message: 'hello' }),
      list: () => json([1]),
      invalid: () =>
        json({
          data: null,
          errors: [{ path: null, message: "Validation error of type FieldUndefined: Field 'b' is undefined @ 'b'" }],
        }),
      climbed: () => json({ data: null, errors: [{ path: ['a'], message: 'Cannot return null' }] }),
    });
    const names = ['carol', 'alice', 'bob', 'html', 'odd', 'list', 'invalid', 'climbed', 'offline'];
    const { columns } = await run({
      participants: [...names.map((name) => participant(name)), participant('eve', over)],
      fetch,
    });
    expect(columns.map(({ participant: { name }, answer }) => [name, answer])).toMatchObject([
      ['carol', { kind: 'answered', data: { a: 1 }, errors: [] }],
      ['alice', { kind: 'answered', data: { a: null }, errors: [{ path: ['a'], errorType: 'Unauthorized' }] }],
      ['bob', { kind: 'refused', status: 401, errorType: 'UnauthorizedException', message: 'Token has expired.' }],
      ['html', { kind: 'none', short: 'a web page, no JSON' }],
      ['odd', { kind: 'none', short: 'no GraphQL answer' }],
      ['list', { kind: 'none', short: 'no GraphQL answer' }],
      ['invalid', { kind: 'refused', errorType: 'FieldUndefined' }],
      ['climbed', { kind: 'answered', data: null, errors: [{ path: ['a'] }] }],
      ['offline', { kind: 'none', short: 'offline' }],
      ['eve', { kind: 'none', short: 'not sent', sentence: 'The token of eve has expired. Sign in again to go on.' }],
    ]);
    for (const { answer } of columns) if (answer.kind === 'none') expect(answer.sentence).toMatch(/\.$/);
    expect(JSON.stringify(columns)).not.toContain('token-of-');
  });

  test('asks all of them at once', async () => {
    let answerCarol: (answer: Response) => void = () => undefined;
    const { fetch } = network({
      carol: () => new Promise((resolve) => (answerCarol = resolve)),
      // Carol is answered only once bob has asked: in turn nobody would ever be.
      bob: () => {
        setTimeout(() => answerCarol(json({ data: { a: 1 } })));
        return json({ data: { a: 2 } });
      },
    });
    const { order } = await run({ participants: [participant('carol'), participant('bob')], fetch });
    expect(order).toEqual(['bob', 'carol']);
  });

  test('in turn waits for each before it asks the next, and stops where it is told to', async () => {
    const stop = new AbortController();
    const { fetch, sent } = network({
      carol: () => json({ data: { a: 1 } }),
      bob: () => {
        stop.abort();
        return json({ data: { a: 2 } });
      },
      alice: () => json({ data: { a: 3 } }),
    });
    const { order } = await run({
      participants: ['carol', 'bob', 'alice'].map((name) => participant(name)),
      fetch,
      inTurn: true,
      signal: stop.signal,
    });
    expect(sent.map(({ who }) => who)).toEqual(['carol', 'bob']);
    expect(order).toEqual(['carol']);
  });

  test('leaves out a tab’s own authorization, which would make one identity of all, and keeps other headers', async () => {
    const { fetch, sent } = network({ carol: () => json({ data: {} }) });
    const headers = { AUTHORIZATION: 'mine', 'X-Api-Key': 'mine', 'x-trace': '1' };
    await run({ participants: [participant('carol')], fetch, headers });
    expect(sent[0]?.headers.get('authorization')).toBe('token-of-carol');
    expect(sent[0]?.headers.get('x-trace')).toBe('1');
    expect(withoutAuthorization(headers)).toEqual({ 'x-trace': '1' });
  });
});
