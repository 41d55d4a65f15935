// Asks an API of the demo as its people, for the tests of this folder. Their tokens are the user names themselves: what a real
// token is judged by is tested elsewhere.
import * as v from 'valibot';
import type { Api, TokenVerdict } from '../appsync/api.ts';
import type { Clock } from '../movable-clock.ts';
import { createAppSync } from '../appsync/appsync.ts';
import { testDeps } from '../appsync/testing/deps.ts';
import { demoPool, demoPoolId } from './demo-pool.ts';

const answerSchema = v.looseObject({
  data: v.unknown(),
  errors: v.optional(
    v.array(
      v.looseObject({
        path: v.nullable(v.array(v.union([v.string(), v.number()]))),
        message: v.string(),
        errorType: v.optional(v.string()),
      }),
    ),
  ),
});

export type DemoAnswer = v.InferOutput<typeof answerSchema>;

/** Fixed, so that what the demo dates can be foreseen. */
export const demoNow = '2026-11-23T12:00:00.000Z';

const stoppedClock: Clock = { now: () => Date.parse(demoNow), after: () => () => undefined };

export type AskAs = (username: string, query: string, variables?: object) => Promise<DemoAnswer>;

/** A user of the demo's pool, or `key …` for an API key. */
export function askerOf(api: Api): AskAs {
  const { users } = demoPool();
  const verifier = {
    verifyToken: (token: string): Promise<TokenVerdict> => {
      const username = token.split('.')[1] ?? '';
      const groups = users.find((user) => user.username === username)?.groups ?? [];
      const claims = {
        'cognito:username': username,
        'cognito:groups': groups,
        token_use: 'id',
        iss: 'https://pool.example',
      };
      return Promise.resolve({ ok: true, userPoolId: demoPoolId, claims });
    },
  };
  const { http } = createAppSync(api, testDeps(verifier, { clock: stoppedClock }));
  return async (caller, query, variables) => {
    const [, key] = caller.split('key ');
    const credentials = key === undefined ? { authorization: `token.${caller}.signature` } : { 'x-api-key': key };
    const headers = { ...credentials, 'content-type': 'application/json' };
    const response = await http.request(api.path, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return v.parse(answerSchema, await response.json());
  };
}

/** `path: message` of each error. */
export const errorsOf = ({ errors = [] }: DemoAnswer) =>
  errors.map(({ path, message }) => `${path?.join('/') ?? ''}: ${message}`);
