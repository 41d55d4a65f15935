import { beforeEach, describe, expect, it } from 'vitest';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { createFetcher } from './fetcher.ts';
import type { Asking } from './run-as.ts';
import { largestInEditor } from './shown-answer.ts';
import type { Stamp } from './stamp.ts';

const alice: Asking = {
  asker: {
    identityId: 's1',
    name: 'alice',
    groups: ['editors'],
    mark: { letter: 'A', hue: 0 },
    authMode: 'AMAZON_COGNITO_USER_POOLS',
    tokenKind: 'id',
  },
  authorize: () => Promise.resolve({ Authorization: 'token-of-alice' }),
};
const key: Asking = {
  asker: { identityId: 'k1', name: 'API key', groups: [], mark: { letter: 'K', hue: 1 }, authMode: 'API_KEY' },
  authorize: () => Promise.resolve({ 'x-api-key': 'da2-key' }),
};

let asking: Asking | undefined;
let activeTab: string;
let stamps: Record<string, Stamp[]>;
let texts: string[];
let sent: { headers: Headers; signal: AbortSignal | null | undefined }[];
/** How the endpoint answers; replaced by a test. */
let answer: (signal: AbortSignal) => Promise<Response>;
let renewals: string[];

beforeEach(() => {
  asking = alice;
  activeTab = 'tab 1';
  stamps = {};
  texts = [];
  sent = [];
  answer = () => Promise.resolve(Response.json({ data: { a: 1 } }, { headers: { 'x-amzn-requestid': 'r-1' } }));
  renewals = [];
});

function fetcher() {
  return createFetcher({
    endpoint: 'https://api.example.com/graphql',
    identities: { current: () => asking },
    renew: (id) => {
      renewals.push(id);
      return Promise.resolve(true);
    },
    introspect: () => Promise.resolve({ data: 'the schema' }),
    rules: () => undefined,
    subscriptions: { live: () => undefined, start: () => Promise.resolve() },
    activeTab: () => activeTab,
    noteSent: () => undefined,
    stamp: (tab, stamp) => (stamps[tab] ??= []).push(stamp),
    showText: (text) => texts.push(text),
    fetch: (_url, init) => {
      const signal = init?.signal ?? new AbortController().signal;
      sent.push({ headers: new Headers(init?.headers), signal });
      return answer(signal);
    },
    now: () => 0,
    today: () => 0,
  });
}

/** Runs as GraphiQL does, and gives what it would show. */
async function run(headers?: Record<string, unknown>): Promise<unknown[]> {
  const value = await fetcher()({ query: '{ a }' }, { headers, documentAST: undefined } as never);
  const shown: unknown[] = [];
  for await (const result of value as AsyncIterable<unknown>) shown.push(result);
  return shown;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<Response>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
  });

describe('a run', () => {
  it('is sent as whoever is chosen at that moment', async () => {
    await run();
    asking = key;
    await run();
    expect(sent.map(({ headers }) => [headers.get('authorization'), headers.get('x-api-key')])).toEqual([
      ['token-of-alice', null],
      [null, 'da2-key'],
    ]);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ asker: key.asker });
  });

  it('shows the answer and stamps it with who asked', async () => {
    expect(await run()).toEqual([{ data: { a: 1 } }]);
    expect(stamps['tab 1']?.map(({ state }) => state)).toEqual(['running', 'answered']);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ status: 200, requestId: 'r-1', asker: { name: 'alice' } });
  });

  it('keeps the stamp with the tab it ran in', async () => {
    answer = () => {
      activeTab = 'tab 2';
      return Promise.resolve(Response.json({ data: null }));
    };
    await run();
    expect(Object.keys(stamps)).toEqual(['tab 1']);
  });

  it('puts no token into a stamp', async () => {
    await run();
    expect(JSON.stringify(stamps)).not.toContain('token-of');
  });

  it('shows what is not JSON as text, and explains it', async () => {
    answer = () =>
      Promise.resolve(
        new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
      );
    expect(await run()).toEqual([]);
    expect(texts).toEqual(['<html>Bad gateway</html>']);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({
      status: 502,
      explanations: [{ what: expect.stringMatching(/web page/) }],
    });
  });

  it('keeps a very large answer out of the editor, and all of it beside', async () => {
    const data = 'x'.repeat(largestInEditor);
    answer = () => Promise.resolve(Response.json({ data }));
    expect(await run()).toEqual([]);
    expect(texts).toEqual(['']);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ large: { kind: 'json', value: { data } } });
  });

  it('asks once more with a fresh token where the first had expired, and says so', async () => {
    const answers = [Response.json({ errors: [{ message: 'Token has expired.' }] }, { status: 401 })];
    answer = () => Promise.resolve(answers.shift() ?? Response.json({ data: { a: 2 } }));
    expect(await run()).toEqual([{ data: { a: 2 } }]);
    expect(renewals).toEqual(['s1']);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ status: 200, askedAgain: true });
  });

  it('says that a header of the tab stands in place of the token', async () => {
    await run({ authorization: 'own' });
    expect(sent[0]?.headers.get('authorization')).toBe('own');
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ overridden: 'authorization' });
  });

  it('sends nothing while nobody is signed in', async () => {
    asking = undefined;
    expect(await run()).toEqual([]);
    expect(sent).toEqual([]);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ state: 'failed', explanation: { action: 'sign-in' } });
  });

  it('says that a session is over, and sends nothing', async () => {
    asking = { ...alice, authorize: () => Promise.reject(new AppSyncError('NotAuthorized', 'over')) };
    expect(await run()).toEqual([]);
    expect(sent).toEqual([]);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ state: 'failed', explanation: { action: 'sign-in' } });
  });
});

describe('Stop', () => {
  it('aborts the request at once and shows nothing of it', async () => {
    answer = untilAborted;
    const value = (await fetcher()({ query: '{ a }' })) as AsyncIterable<unknown>;
    const shown: unknown[] = [];
    const reading = (async () => {
      for await (const result of value) shown.push(result);
    })();
    // GraphiQL asks for the iterator afresh.
    await value[Symbol.asyncIterator]().return?.();
    await reading;
    expect(shown).toEqual([]);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ state: 'stopped' });
  });

  it('does not wait for a token that is being renewed, whose end leaves the next run’s stamp alone', async () => {
    let renewed: (headers: { Authorization: string }) => void = () => undefined;
    asking = { ...alice, authorize: () => new Promise((resolve) => (renewed = resolve)) };
    const value = (await fetcher()({ query: '{ a }' })) as AsyncIterable<unknown>;
    const shown: unknown[] = [];
    const reading = (async () => {
      for await (const result of value) shown.push(result);
    })();
    await value[Symbol.asyncIterator]().return?.();
    await reading;
    expect(shown).toEqual([]);
    asking = alice;
    await run();
    renewed({ Authorization: 'late' });
    await Promise.resolve();
    expect(stamps['tab 1']?.map(({ state }) => state)).toEqual(['running', 'stopped', 'running', 'answered']);
    expect(sent).toHaveLength(1);
  });
});

describe('introspection', () => {
  const query = 'query IntrospectionQuery { __schema { types { name } } }';

  it('is answered elsewhere, and gets no stamp', async () => {
    expect(await fetcher()({ query, operationName: 'IntrospectionQuery' })).toEqual({ data: 'the schema' });
    expect(sent).toEqual([]);
    expect(stamps).toEqual({});
  });
});
