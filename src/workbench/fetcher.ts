// The one stable fetcher of an API: GraphiQL introspects anew whenever its fetcher changes, so this one looks up who is
// asking each time it is called. It owns when a request is stopped, and that no answer lands in another tab.
import type { Fetcher } from '@graphiql/toolkit';
import { sendAgainIfExpired } from '../appsync/ask-again.ts';
import type { Words } from '../appsync/explain/explanation.ts';
import { explainNoAnswer } from '../appsync/explain/no-answer.ts';
import { overridingHeader, sendOperation, type Operation } from '../appsync/http.ts';
import type { AccessRules } from '../appsync/schema-access.ts';
import { explainLater } from './explain-later.ts';
import { operationNameIn } from './operation-name.ts';
import type { RunAs } from './run-as.ts';
import { largestInEditor, shownAnswer } from './shown-answer.ts';
import type { Asker, Stamp } from './stamp.ts';
import { handedOver, subscriptionNameIn, type Subscriptions } from './subscription-run.ts';

export interface FetcherDeps {
  readonly endpoint: string;
  readonly identities: Pick<RunAs, 'current'>;
  readonly subscriptions: Pick<Subscriptions, 'live' | 'start'>;
  /** Gets a fresh token for an identity; false where none is to be had. */
  readonly renew: (identityId: string) => Promise<boolean>;
  /** Answers GraphiQL's question for the schema. */
  readonly introspect: (operation: Operation) => Promise<object>;
  /** Who may call what, if the schema is known with its marks. */
  readonly rules: () => AccessRules | undefined;
  readonly activeTab: () => string;
  /** Called with each run, before anything of it is sent. */
  noteSent(operationName: string | undefined): void;
  /** The stamp of a tab's latest operation. */
  readonly stamp: (tabId: string, stamp: Stamp) => void;
  /** Puts text, as it is, where the active tab's answer stands. */
  readonly showText: (text: string) => void;
  readonly fetch: typeof globalThis.fetch;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  /** The wall clock, in milliseconds since the epoch. */
  readonly today: () => number;
}

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
      return deps.introspect(operation);
    }
    return runSubscription(deps, operation, headers) ?? startRun(deps, operation, headers);
  };
}

/** Undefined where the run is none of the tab's subscription. A tab's run ends the subscription that goes on in it, as in GraphiQL. */
function runSubscription(deps: FetcherDeps, operation: Operation, headers: Record<string, string>) {
  const { subscriptions } = deps;
  const tabId = deps.activeTab();
  const live = subscriptions.live();
  if (live?.isRunning(tabId)) {
    deps.noteSent(operation.operationName);
    live.stop(tabId);
    return handedOver(Promise.resolve());
  }
  const [name, asking] = [subscriptionNameIn(operation), deps.identities.current(tabId)];
  if (name === undefined || asking === undefined) {
    live?.leave(tabId);
    return undefined;
  }
  deps.noteSent(operation.operationName);
  return handedOver(subscriptions.start({ tabId, name, operation, headers, asking }));
}

/** Values in the headers editor are anything JSON can say; a header is a string. */
function headersFrom(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [name, String(content)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
      const { answer, askedAgain } = await sendAgainIfExpired({
        operation,
        overridden: about.overridden !== undefined,
        renew: () => deps.renew(about.asker.identityId),
        send: () =>
          sendOperation({
            endpoint: deps.endpoint,
            operation,
            headers,
            authorize: asking.authorize,
            signal: controller.signal,
            fetch: deps.fetch,
            now: deps.now,
          }),
      });
      const explanations = await explainLater(answer, () => ({
        ...about.asker,
        overridden: about.overridden !== undefined,
        query: operation.query,
        rules: deps.rules(),
        now: deps.today(),
      }));
      if (controller.signal.aborted) return nothing;
      const { status, milliseconds, bytes, requestId } = answer;
      const large = bytes > largestInEditor ? answer.body : undefined;
      end({ ...about, state: 'answered', status, milliseconds, bytes, requestId, explanations, large, askedAgain });
      const shown = shownAnswer(answer);
      if (shown.as === 'json') return { shown: shown.value };
      // Written past GraphiQL, which would quote a text as JSON.
      deps.showText(shown.as === 'text' ? shown.text : '');
      return nothing;
    } catch (error) {
      const explanation = explainNoAnswer(error, about.asker.authMode);
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

function notSentStamp(explanation: Words): Stamp {
  return { state: 'failed', asker: nobody, overridden: undefined, milliseconds: 0, explanation };
}

/** For a run that GraphiQL kept to itself. */
export const unreadableStamp = notSentStamp({
  what: 'Nothing was sent: this tab’s variables or headers are not JSON.',
  why: 'They are read before the operation is sent; the answer’s place tells where reading failed.',
  next: 'Correct them, then run again.',
});
