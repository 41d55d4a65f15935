// What the tests of the sessions share: a stand-in, a clock that both know, and a timer that the test lets go.

import { afterAll, beforeAll, beforeEach } from 'vitest';
import { demoClientIds, demoPassword, demoPoolId } from '../../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../../stand-in/start.ts';
import { createCognitoApi } from '../../cognito/cognito-api.ts';
import { createSignIn } from '../../cognito/sign-in.ts';
import { srpOnThisThread } from '../../cognito/srp.ts';
import { outcome, userIn } from '../../cognito/testing/sign-in-bench.ts';
import type { Tokens } from '../../cognito/tokens.ts';
import { unverifiedClaims, type UnverifiedClaims } from '../../cognito/unverified-claims.ts';
import type { Session } from '../session.ts';
import { createSessions, type NewSession, type Sessions, type SessionsDeps } from '../sessions.ts';

export const MINUTE = 60_000;

export interface Who {
  readonly connectionId?: string;
  readonly userPoolId?: string;
  readonly appClientId?: string;
  readonly clientSecret?: string;
  readonly tokens?: (tokens: Tokens) => Tokens;
}

export interface SessionsBench {
  readonly standIn: () => StandIn;
  /** Those of the test at hand. */
  readonly sessions: () => Sessions;
  /** From now on they are such. */
  readonly remake: (deps: Partial<SessionsDeps>) => void;
  readonly apiFor: SessionsDeps['apiFor'];
  readonly now: () => number;
  /** The machine was awake: the timer fires as often as it is due. */
  readonly pass: (ms: number) => void;
  /** The machine slept: time went on, no timer did. */
  readonly sleep: (ms: number) => void;
  readonly isTimerSet: () => boolean;
  /** Signs in by password, and adds what came of it. */
  readonly signIn: (username: string, who?: Who) => Promise<Session>;
  readonly poolOf: (who?: Who) => NewSession['pool'];
  readonly shown: (id: string) => Session;
  /** The first time that the session is as asked for, from now on or already. */
  readonly until: (id: string, isThere: (session: Session) => boolean) => Promise<Session>;
  /** The operations that Cognito has been asked since. */
  readonly asked: (since: number) => (string | null)[];
  /** Of the token that goes to AppSync. */
  readonly sentClaims: (id: string) => Promise<UnverifiedClaims | undefined>;
}

/** To be called once in a test file: starts the stand-in before its tests, and makes new sessions for each. */
export function sessionsBench(): SessionsBench {
  let running: StandIn | undefined;
  let current: Sessions | undefined;
  let timer: { readonly run: () => void; readonly at: number } | undefined;

  beforeAll(async () => {
    running = await startStandIn();
  });
  afterAll(() => running?.close());
  beforeEach(() => remake({}));

  function standIn(): StandIn {
    if (running === undefined) throw new Error('The stand-in runs within tests only.');
    return running;
  }
  function sessions(): Sessions {
    if (current === undefined) throw new Error('There are sessions within tests only.');
    return current;
  }
  const now = () => standIn().levers.now();
  const setTimer: SessionsDeps['setTimer'] = (run, afterMs) => {
    const mine = { run, at: now() + afterMs };
    timer = mine;
    return () => {
      if (timer === mine) timer = undefined;
    };
  };
  const apiFor: SessionsDeps['apiFor'] = ({ cognitoEndpoint }) =>
    createCognitoApi({ endpoint: cognitoEndpoint, fetch: (url, init) => fetch(url, init) });

  function remake(deps: Partial<SessionsDeps>): void {
    timer = undefined;
    current = createSessions({ now, setTimer, apiFor, fetchKeys: fetch, ...deps });
  }

  function pass(ms: number): void {
    const end = now() + ms;
    while (timer !== undefined && timer.at <= end) {
      const due = timer;
      standIn().levers.moveClock(Math.max(due.at - now(), 0));
      timer = undefined;
      due.run();
    }
    standIn().levers.moveClock(Math.max(end - now(), 0));
  }

  function poolOf({ userPoolId = demoPoolId, appClientId = demoClientIds.default }: Who = {}): NewSession['pool'] {
    return { userPoolId, appClientId, cognitoEndpoint: standIn().cognitoEndpoint };
  }

  async function signIn(username: string, who: Who = {}): Promise<Session> {
    const { connectionId = 'demo', clientSecret, tokens: change = (tokens) => tokens } = who;
    const pool = poolOf(who);
    const machine = createSignIn({ pool, api: apiFor(pool), srp: srpOnThisThread, now });
    const credentials = { authFlow: 'USER_PASSWORD_AUTH', username, password: demoPassword } as const;
    const { tokens, ...user } = userIn(
      await outcome(machine, () =>
        machine.start({ ...credentials, ...(clientSecret !== undefined && { clientSecret }) }),
      ),
    );
    return sessions().add({ connectionId, pool, origin: 'signed-in', ...user, tokens: change(tokens) });
  }

  const find = (id: string) =>
    sessions()
      .getSnapshot()
      .sessions.find((candidate) => candidate.id === id);

  return {
    standIn,
    sessions,
    remake,
    apiFor,
    now,
    pass,
    sleep: (ms) => standIn().levers.moveClock(ms),
    isTimerSet: () => timer !== undefined,
    signIn,
    poolOf,
    shown: (id) => {
      const session = find(id);
      if (session === undefined) throw new Error(`There is no ${id}.`);
      return session;
    },
    until: (id, isThere) =>
      new Promise((resolve) => {
        const stop = sessions().subscribe(look);
        look();
        function look() {
          const session = find(id);
          if (session === undefined || !isThere(session)) return;
          queueMicrotask(() => stop());
          resolve(session);
        }
      }),
    asked: (since) =>
      standIn()
        .levers.requests.slice(since)
        .map(({ operation }) => operation),
    sentClaims: async (id) => unverifiedClaims((await sessions().tokenFor(id)).token),
  };
}
