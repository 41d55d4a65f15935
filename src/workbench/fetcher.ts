// The one stable fetcher of an API: GraphiQL introspects anew whenever its fetcher changes, so this one looks up who is
// asking each time it is called. It owns when a request is stopped, and that no answer lands in another tab.
import type { Fetcher } from '@graphiql/toolkit';
import { explainAnswer, explainNoAnswer, type Explanation } from '../appsync/explain-answer.ts';
import { overridingHeader, sendOperation, type Answer, type Operation } from '../appsync/http.ts';
import { operationNameIn } from './operation-name.ts';
import type { RunAs } from './run-as.ts';
import type { Asker, Stamp } from './stamp.ts';

export interface FetcherDeps {
  readonly endpoint: string;
  readonly identities: Pick<RunAs, 'current' | 'first'>;
  readonly activeTab: () => string;
  /** Called with each run, before anything of it is sent. */
  noteSent(operationName: string | undefined): void;
  /** The stamp of a tab's latest operation. */
  readonly stamp: (tabId: string, stamp: Stamp) => void;
  /** Puts text, as it is, where the active tab's answer stands. */
  readonly showText: (text: string) => void;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** Larger answers are shown in part: beyond this an editor is no longer pleasant to scroll. */
export const largestShown = 4_000_000;
const shownOfLarger = 200_000;

const notSignedIn = {
  what: 'There is nobody to run it as, so nothing was sent.',
  why: 'The last identity was signed out or forgotten.',
  next: 'Sign in; what you wrote stays.',
  action: 'sign-in',
} as const;

export function createFetcher(deps: FetcherDeps): Fetcher {
  return (params, options) => {
    const headers = headersFrom(options?.headers);
    const operation: Operation = {
      query: params.query,
      variables: isRecord(params.variables) ? params.variables : undefined,
      operationName: operationNameIn(params.query, params.operationName ?? undefined),
    };
    if (operation.operationName === 'IntrospectionQuery' && options?.documentAST === undefined) {
      return introspect(deps, operation);
    }
    return startRun(deps, operation, headers);
  };
}

/** Values in the headers editor are anything JSON can say; a header is a string. */
function headersFrom(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [name, String(content)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function introspect(deps: FetcherDeps, operation: Operation): Promise<object> {
  const { asker, authorize } = await deps.identities.first();
  const answer = await sendOperation({
    endpoint: deps.endpoint,
    operation,
    authorize,
    signal: new AbortController().signal,
    fetch: deps.fetch,
    now: deps.now,
  });
  if (answer.body.kind === 'json') return answer.body.value;
  const explained = explainAnswer(answer, asker);
  throw new Error(explained ? `${explained.what} ${explained.next}` : 'The schema could not be read.');
}

type Outcome = { readonly shown: object } | { readonly shown: undefined };
const nothing: Outcome = { shown: undefined };

/**
 * GraphiQL stops a run by calling `return()` on the iterator it asks the iterable for anew: so this is its own iterator, and
 * `return()` aborts at once. A promise could not be stopped, and an async generator would first wait for what it awaits.
 */
function startRun(deps: FetcherDeps, operation: Operation, headers: Record<string, string>) {
  deps.noteSent(operation.operationName);
  const controller = new AbortController();
  const tabId = deps.activeTab();
  const began = deps.now();
  const asking = deps.identities.current(tabId);
  const about = { asker: asking?.asker ?? nobody, overridden: overridingHeader(headers) };
  let asked = false;
  let ended = false;

  /** The first stamp that ends the run is its last: what comes of it later must not stand over the stamp of the next run. */
  function end(stamp: Stamp): void {
    if (!ended) deps.stamp(tabId, stamp);
    ended = true;
  }
  const stopped = new Promise<Outcome>((resolve) => {
    controller.signal.addEventListener('abort', () => {
      end({ ...about, state: 'stopped', milliseconds: deps.now() - began });
      resolve(nothing);
    });
  });

  async function run(): Promise<Outcome> {
    if (asking === undefined) {
      end(notSentStamp(notSignedIn));
      return nothing;
    }
    deps.stamp(tabId, { ...about, state: 'running' });
    try {
      const answer = await sendOperation({
        endpoint: deps.endpoint,
        operation,
        headers,
        authorize: asking.authorize,
        signal: controller.signal,
        fetch: deps.fetch,
        now: deps.now,
      });
      if (controller.signal.aborted) return nothing;
      const text = shownText(answer);
      end({
        ...about,
        state: 'answered',
        status: answer.status,
        milliseconds: answer.milliseconds,
        bytes: answer.bytes,
        requestId: answer.requestId,
        explanation: explainAnswer(answer, about.asker, about.overridden !== undefined),
        whole: answer.bytes > largestShown ? wholeOf(answer) : undefined,
      });
      // Written past GraphiQL, which would quote a text as JSON.
      if (text !== undefined) deps.showText(text);
      return text === undefined && answer.body.kind === 'json' ? { shown: answer.body.value } : nothing;
    } catch (error) {
      const explanation = explainNoAnswer(error);
      if (explanation) end({ ...about, state: 'failed', milliseconds: deps.now() - began, explanation });
      return nothing;
    }
  }

  const outcome = run();
  const iterator: AsyncIterableIterator<object> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      if (asked) return { done: true, value: undefined };
      asked = true;
      // A token that is being renewed cannot be stopped, but the run that waits for it can.
      const { shown } = await Promise.race([outcome, stopped]);
      return shown === undefined || controller.signal.aborted
        ? { done: true, value: undefined }
        : { done: false, value: shown };
    },
    return() {
      controller.abort();
      asked = true;
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  return iterator;
}

const nobody: Asker = { identityId: '', name: 'nobody', groups: [], mark: { letter: '–', hue: 0 }, authMode: 'NONE' };

function notSentStamp(explanation: Explanation): Stamp {
  return { state: 'failed', asker: nobody, overridden: undefined, milliseconds: 0, explanation };
}

/** For a run that GraphiQL kept to itself. */
export const unreadableStamp = notSentStamp({
  what: 'Nothing was sent: this tab’s variables or headers are not JSON.',
  why: 'They are read before the operation is sent; the answer’s place tells where reading failed.',
  next: 'Correct them, then run again.',
});

/** What is written as text into the answer's place; undefined where GraphiQL shows the JSON. */
function shownText(answer: Answer): string | undefined {
  if (answer.body.kind === 'json' && answer.bytes <= largestShown) return undefined;
  const text = answer.body.kind === 'text' ? answer.body.text : JSON.stringify(answer.body.value, null, 2);
  return text.length <= largestShown ? text : `${text.slice(0, shownOfLarger)}\n…`;
}

function wholeOf(answer: Answer): Blob {
  return answer.body.kind === 'text'
    ? new Blob([answer.body.text], { type: 'text/plain' })
    : new Blob([JSON.stringify(answer.body.value)], { type: 'application/json' });
}
