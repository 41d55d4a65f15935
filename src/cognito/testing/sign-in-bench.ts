// What the tests of whole sign-ins share: the machine against a stand-in of their own, which reads AWS's protocol for itself.

import { afterAll, beforeAll } from 'vitest';
import { demoClientIds, demoPassword, demoPoolId } from '../../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../../stand-in/start.ts';
import type { World } from '../../../stand-in/world.ts';
import type { AdminApi } from '../admin-api.ts';
import type { ChallengePrompt } from '../challenges/challenge.ts';
import { createCognitoApi } from '../cognito-api.ts';
import type { Fetch } from '../cognito-request.ts';
import { createDevices, type Devices } from '../devices.ts';
import { createSignIn, type Credentials, type SignedInUser, type SignIn, type SignInState } from '../sign-in.ts';
import type { Srp } from '../srp-exchange.ts';
import { srpOnThisThread } from '../srp.ts';

export interface SignInOptions {
  readonly appClientId?: string;
  readonly userPoolId?: string;
  readonly srp?: Srp;
  readonly devices?: Devices;
  readonly fetch?: Fetch;
  readonly adminApi?: AdminApi;
}

export interface SignInBench {
  readonly standIn: () => StandIn;
  readonly newSignIn: (options?: SignInOptions) => SignIn;
  /** Where a new sign-in with these leads first. */
  readonly attempt: (credentials: Credentials, options?: SignInOptions) => Promise<SignInState>;
  /** The operations that Cognito has been asked since. */
  readonly asked: (since: number) => (string | null)[];
}

/** To be called once in a test file: starts the stand-in (absent: the demo's world) before its tests, and stops it after them. */
export function signInBench(world?: World): SignInBench {
  let running: StandIn | undefined;
  beforeAll(async () => {
    running = await startStandIn(world === undefined ? {} : { world });
  });
  afterAll(() => running?.close());

  function standIn(): StandIn {
    if (running === undefined) throw new Error('The stand-in runs within tests only.');
    return running;
  }

  function newSignIn(options: SignInOptions = {}): SignIn {
    const { appClientId = demoClientIds.default, userPoolId = demoPoolId, srp = srpOnThisThread } = options;
    const { cognitoEndpoint, levers } = standIn();
    const api = createCognitoApi({
      endpoint: cognitoEndpoint,
      fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    });
    return createSignIn({
      pool: { userPoolId, appClientId, cognitoEndpoint },
      api,
      ...(options.adminApi !== undefined && { adminApi: options.adminApi }),
      srp,
      devices: options.devices ?? createDevices(),
      now: () => levers.now(),
    });
  }

  return {
    standIn,
    newSignIn,
    attempt: (credentials, options) => {
      const signIn = newSignIn(options);
      return outcome(signIn, () => signIn.start(credentials));
    },
    asked: (since) =>
      standIn()
        .levers.requests.slice(since)
        .map(({ operation }) => operation),
  };
}

/** The first state after the act that is not `working`. */
export function outcome(signIn: SignIn, act: () => void): Promise<SignInState> {
  const state = new Promise<SignInState>((resolve) => {
    const stop = signIn.subscribe(() => {
      const now = signIn.getState();
      if (now.step === 'working') return;
      stop();
      resolve(now);
    });
  });
  act();
  return state;
}

export const bySrp = (username: string, password = demoPassword): Credentials => ({
  authFlow: 'USER_SRP_AUTH',
  username,
  password,
});

export const byPassword = (username: string, password = demoPassword): Credentials => ({
  ...bySrp(username, password),
  authFlow: 'USER_PASSWORD_AUTH',
});

/** The form that is shown; throws what is shown in its place. */
export function promptIn(state: SignInState): ChallengePrompt {
  if (state.step === 'challenge') return state.prompt;
  throw new Error(`There is no form: ${JSON.stringify(state)}`);
}

export function userIn(state: SignInState): SignedInUser {
  if (state.step === 'signed-in') return state;
  throw new Error(`Nobody is signed in: ${JSON.stringify(state)}`);
}
