import { beforeEach, describe, expect, it } from 'vitest';
import { AppSyncError } from '../appsync/appsync-error.ts';
import { createFetcher, largestShown } from './fetcher.ts';
import type { Asking } from './run-as.ts';
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
let signIn: (asking: Asking) => void;
let first: Promise<Asking>;

beforeEach(() => {
  asking = alice;
  activeTab = 'tab 1';
  stamps = {};
  texts = [];
  sent = [];
  answer = () => Promise.resolve(Response.json({ data: { a: 1 } }, { headers: { 'x-amzn-requestid': 'r-1' } }));
  first = new Promise((resolve) => (signIn = resolve));
});

function fetcher() {
  return createFetcher({
    endpoint: 'https://api.example.com/graphql',
    identities: { current: () => asking, first: () => first },
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
      explanation: { what: expect.stringMatching(/web page/) },
    });
  });

  it('shows the start of a very large answer, and offers all of it', async () => {
    answer = () => Promise.resolve(Response.json({ data: 'x'.repeat(largestShown) }));
    expect(await run()).toEqual([]);
    expect(texts[0]?.length).toBeLessThan(largestShown);
    expect(stamps['tab 1']?.at(-1)).toMatchObject({ whole: expect.any(Blob) });
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
  const introspection = {
    query: 'query IntrospectionQuery { __schema { types { name } } }',
    operationName: 'IntrospectionQuery',
  };

  it('waits until somebody is signed in, and gets no stamp', async () => {
    asking = undefined;
    const schema = fetcher()(introspection);
    expect(sent).toEqual([]);
    signIn(alice);
    expect(await schema).toEqual({ data: { a: 1 } });
    expect(sent[0]?.headers.get('authorization')).toBe('token-of-alice');
    expect(stamps).toEqual({});
  });

  it('fails with a sentence where the answer is no JSON', async () => {
    answer = () => Promise.resolve(new Response('', { status: 200 }));
    signIn(alice);
    await expect(fetcher()(introspection)).rejects.toThrow(/empty body/);
  });
});
