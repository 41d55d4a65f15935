// Runs the sign-in machine (sign-in-flow.ts): calls Cognito and the SRP engine, and holds the password no longer than the
// call that needs it. Whatever comes back after cancel() or a new start() is dropped. Decides nothing itself.

import type { Answers, ChallengePrompt } from './challenges/challenge.ts';
import type { CognitoApi } from './cognito-api.ts';
import { CognitoError } from './cognito-error.ts';
import type { AuthFlow, Explanation } from './explanation.ts';
import { loadExplanations } from './load-explanations.ts';
import {
  atCredentials,
  nextSignInStep,
  type FlowEffect,
  type FlowEvent,
  type FlowState,
  type SignInPool,
} from './sign-in-flow.ts';
import { srpPoolNameFrom, srpTimestampFrom, type Srp, type SrpExchange } from './srp-exchange.ts';
import type { Tokens } from './tokens.ts';

export type SignInState =
  | { readonly step: 'credentials'; readonly failure?: Explanation }
  /** `prompt`: the form that was answered, to stay drawn meanwhile; absent where that is user name and password. */
  | { readonly step: 'working'; readonly doing: string; readonly prompt?: ChallengePrompt; readonly position: Position }
  | {
      readonly step: 'challenge';
      readonly prompt: ChallengePrompt;
      readonly position: Position;
      readonly failure?: Explanation;
    }
  | { readonly step: 'unsupported'; readonly challengeName: string; readonly what: string; readonly next: string }
  /** `username` is for people: what was typed where the pool's own name for the user is a UUID. */
  | { readonly step: 'signed-in'; readonly tokens: Tokens; readonly username: string };

/** The how-manieth form this is, user name and password being the first; how many will come, Cognito does not tell. */
export interface Position {
  readonly n: number;
}

export interface Credentials {
  readonly authFlow: AuthFlow;
  readonly username: string;
  readonly password: string;
}

export interface SignIn {
  /** The same object until something changes. */
  readonly getState: () => SignInState;
  /** Called after every change; gives back how to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: (credentials: Credentials) => void;
  /** The answers to the challenge at hand, by field name. */
  readonly answer: (answers: Answers) => void;
  /** From a challenge to user name and password. */
  readonly back: () => void;
  /** Stops what is under way. Also to be called once the tokens are with the sessions: it forgets them here. */
  readonly cancel: () => void;
}

export interface SignInDeps {
  readonly pool: SignInPool;
  readonly api: CognitoApi;
  readonly srp: Srp;
  /** ms */
  readonly now: () => number;
}

/** One attempt: what must end with it. */
interface Run {
  readonly stop: AbortController;
  password: string | undefined;
  exchange: SrpExchange | undefined;
}

export function createSignIn({ pool, api, srp, now }: SignInDeps): SignIn {
  const listeners = new Set<() => void>();
  let flow: FlowState = atCredentials;
  let shown: SignInState = { step: 'credentials' };
  let run: Run | undefined;

  function dispatch(event: FlowEvent): void {
    const { state, effect } = nextSignInStep(flow, event, pool);
    if (state !== flow) {
      flow = state;
      shown = signInStateFrom(state);
      if (state.at !== 'initiating' && state.at !== 'proving') forgetPassword();
      for (const listener of listeners) listener();
    }
    if (effect !== undefined && run !== undefined) void perform(effect, run);
  }

  async function perform(effect: FlowEffect, mine: Run): Promise<void> {
    let event: FlowEvent;
    try {
      event = await outcomeOf(effect, mine);
    } catch (error) {
      event = { type: 'failed', error, explain: await loadExplanations() };
    }
    if (mine === run) dispatch(event);
  }

  async function outcomeOf(effect: FlowEffect, mine: Run): Promise<FlowEvent> {
    const { appClientId: ClientId, userPoolId } = pool;
    const { signal } = mine.stop;
    switch (effect.do) {
      case 'initiate': {
        const { authFlow: AuthFlow, username: USERNAME } = effect;
        const proof = await firstProof(AuthFlow, mine);
        const AuthParameters = { USERNAME, ...proof };
        const reply = await api.initiateAuth({ AuthFlow, ClientId, AuthParameters }, signal);
        return { type: 'replied', reply, receivedAt: now() };
      }
      case 'prove': {
        const { exchange, password } = mine;
        if (exchange === undefined || password === undefined) {
          throw new CognitoError('NotCognito', {
            reason: 'wrong-shape',
            detail: 'it asked for an SRP proof out of turn',
          });
        }
        // Each A is good for one proof.
        mine.exchange = undefined;
        const proof = await exchange.prove({
          ...effect.request,
          poolName: srpPoolNameFrom(userPoolId),
          password,
          timestamp: srpTimestampFrom(new Date(now())),
        });
        return { type: 'proved', proof };
      }
      case 'fail':
        throw effect.error;
      case 'respond': {
        const { challengeName: ChallengeName, username: USERNAME, cognitoSession, responses } = effect;
        const ChallengeResponses = { ...responses, USERNAME };
        const Session = cognitoSession === undefined ? {} : { Session: cognitoSession };
        const request = { ClientId, ChallengeName, ChallengeResponses, ...Session };
        const reply = await api.respondToAuthChallenge(request, signal);
        return { type: 'replied', reply, receivedAt: now() };
      }
      default:
        return effect satisfies never;
    }
  }

  /** What goes with USERNAME in the first call: A, with the password kept for the proof; or the password itself. */
  async function firstProof(authFlow: AuthFlow, mine: Run): Promise<Record<string, string>> {
    switch (authFlow) {
      case 'USER_SRP_AUTH':
        mine.exchange = await srp.begin();
        return { SRP_A: mine.exchange.srpA };
      case 'USER_PASSWORD_AUTH': {
        const { password = '' } = mine;
        mine.password = undefined;
        return { PASSWORD: password };
      }
      default:
        return authFlow satisfies never;
    }
  }

  function forgetPassword(): void {
    if (run !== undefined) run.password = undefined;
  }

  function end(): void {
    run?.stop.abort();
    forgetPassword();
    run = undefined;
  }

  function leave(): void {
    end();
    dispatch({ type: 'left' });
  }

  return {
    getState: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: ({ authFlow, username, password }) => {
      end();
      run = { stop: new AbortController(), password, exchange: undefined };
      dispatch({ type: 'start', authFlow, username, hasPassword: password !== '' });
    },
    answer: (answers) => dispatch({ type: 'answered', answers }),
    back: leave,
    cancel: leave,
  };
}

function signInStateFrom(flow: FlowState): SignInState {
  switch (flow.at) {
    case 'credentials':
      return { step: 'credentials', ...(flow.failure !== undefined && { failure: flow.failure }) };
    case 'initiating':
      return { step: 'working', doing: 'Signing in', position: { n: flow.attempt.forms } };
    case 'proving':
      return { step: 'working', doing: flow.challenge.doing, position: { n: flow.attempt.forms } };
    case 'responding': {
      const prompt = flow.asked === undefined ? {} : { prompt: flow.asked.prompt };
      return { step: 'working', doing: flow.doing, position: { n: flow.attempt.forms }, ...prompt };
    }
    case 'challenge':
      return {
        step: 'challenge',
        prompt: flow.asked.prompt,
        position: { n: flow.attempt.forms },
        ...(flow.failure !== undefined && { failure: flow.failure }),
      };
    case 'unsupported':
      return { step: 'unsupported', ...flow.unsupported };
    case 'signed-in':
      return { step: 'signed-in', tokens: flow.tokens, username: flow.username };
    default:
      return flow satisfies never;
  }
}
