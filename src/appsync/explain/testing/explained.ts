// What the tests of explanations share: AppSync's answers as the stand-in gives them, explained; it reads the protocol for itself.
import { createAppSync } from '../../../../stand-in/appsync/appsync.ts';
import type { Api, AppSyncDeps, Resolver } from '../../../../stand-in/appsync/api.ts';
import { testDeps } from '../../../../stand-in/appsync/testing/deps.ts';
import { todoApi } from '../../../../stand-in/appsync/testing/todo-api.ts';
import { openTokenDesk } from '../../../../stand-in/appsync/testing/tokens.ts';
import type { AuthMode } from '../../authorization.ts';
import { sendOperation, type Answer } from '../../http.ts';
import { explainAnswer } from '../explain-answer.ts';
import type { Asked, Explanation } from '../explanation.ts';

export const desk = await openTokenDesk();

export interface Case {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Sent as it is, in place of the operation. */
  readonly body?: string;
  readonly contentType?: string;
  readonly path?: string;
  readonly credentials?: () => Promise<Record<string, string>> | Record<string, string>;
  readonly api?: Partial<Api>;
  readonly deps?: Partial<AppSyncDeps>;
  readonly resolver?: Resolver;
  readonly asked?: Partial<Asked>;
  readonly requests?: number;
}

const bob = { name: 'bob', groups: ['readers'], authMode: 'AMAZON_COGNITO_USER_POOLS', overridden: false } as const;

async function answerTo(given: Case): Promise<Answer> {
  const api = todoApi({
    ...(given.resolver && { resolvers: { Query: { me: given.resolver } } }),
    ...given.api,
  });
  const { http } = createAppSync(api, testDeps(desk, given.deps));
  const send = async (_url: unknown, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (given.contentType !== undefined) headers.set('content-type', given.contentType);
    return http.request(given.path ?? '/graphql', {
      method: 'POST',
      headers,
      body: given.body ?? (init.body as string),
    });
  };
  const authorize = async () => given.credentials?.() ?? { Authorization: await desk.tokenFor('bob', ['readers']) };
  const once = () =>
    sendOperation({
      endpoint: 'http://localhost/graphql',
      operation: { query: given.query ?? '{ me }', variables: given.variables },
      authorize,
      signal: new AbortController().signal,
      fetch: send,
      now: () => 0,
    });
  for (let sent = 1; sent < (given.requests ?? 1); sent += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, within one second
    await once();
  }
  return once();
}

export async function explain(given: Case): Promise<readonly Explanation[]> {
  const asked = { ...bob, query: given.query ?? '{ me }', now: 0, ...given.asked };
  return explainAnswer(await answerTo(given), asked);
}

/** Whoever asks by another mode than bob. */
export const as = (authMode: AuthMode, name: string) => ({ asked: { authMode, name, groups: [] } });

/** An API whose authorizer lets in, or not, and denies one field in any case. */
export const lambda = (isAuthorized: boolean): Partial<Api> => ({
  defaultProvider: { mode: 'AWS_LAMBDA', authorize: () => ({ isAuthorized, deniedFields: ['Query.me'] }) },
  additionalProviders: [],
});
