// Runs the sign-in machine (sign-in-flow.ts): calls Cognito and the SRP engine, and holds the password no longer than the
// call that needs it. Whatever comes back after cancel() or a new start() is dropped. Decides nothing itself.

import type { AdminApi } from './admin-api.ts';
import type { Answers, ChallengePrompt } from './challenges/challenge.ts';
import type { CognitoApi } from './cognito-api.ts';
import { CognitoError } from './cognito-error.ts';
import type { Device } from './device.ts';
import type { AuthFlow, Explanation } from './explanation.ts';
import { loadExplanations } from './load-explanations.ts';
import { secretHashFrom } from './secret-hash.ts';
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
  /** `told`: good news of what was done, such as a new password that is set. */
  | { readonly step: 'credentials'; readonly failure?: Explanation; readonly told?: string }
  /** `prompt`: the form that was answered, to stay drawn meanwhile; absent where that is user name and password. */
  | { readonly step: 'working'; readonly doing: string; readonly prompt?: ChallengePrompt; readonly position: Position }
  | {
      readonly step: 'challenge';
      readonly prompt: ChallengePrompt;
      readonly position: Position;
      readonly failure?: Explanation;
      /** Good news, such as a code that was sent again. */
      readonly told?: string;
    }
  | { readonly step: 'unsupported'; readonly challengeName: string; readonly what: string; readonly next: string }
  | ({ readonly step: 'signed-in' } & SignedInUser);

/** What a sign-in ends in: the tokens, and what it takes to renew them. To be handed to the sessions as it is. */
export interface SignedInUser {
  readonly tokens: Tokens;
  /** For people: what was typed where the pool's own name for the user is a UUID. */
  readonly username: string;
  readonly authFlow: AuthFlow;
  readonly clientSecret?: string;
  readonly device?: Device;
}

/** The how-manieth form this is, user name and password being the first; how many will come, Cognito does not tell. */
export interface Position {
  readonly n: number;
}

export interface Credentials {
  readonly authFlow: AuthFlow;
  readonly username: string;
  /** May be empty with CUSTOM_AUTH, whose triggers need not ask for one. */
  readonly password: string;
  readonly clientSecret?: string;
}

/** Whom a code is for. */
export interface CodeReceiver {
  readonly username: string;
  readonly clientSecret?: string;
}

export interface SignIn {
  /** The same object until something changes. */
  readonly getState: () => SignInState;
  /** Called after every change; gives back how to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: (credentials: Credentials) => void;
  /** The answers to the challenge at hand, by field name. */
  readonly answer: (answers: Answers) => void;
  /** A fresh code, where the prompt has words for it. */
  readonly resend: () => void;
  /** Asks for a code, then for it and a new password. */
  readonly forgotPassword: (receiver: CodeReceiver) => void;
  /** Asks for the code that came after signing up. */
  readonly confirmSignUp: (receiver: CodeReceiver) => void;
  /** From a challenge to user name and password. */
  readonly back: () => void;
  /** Stops what is under way. Also to be called once the tokens are with the sessions: it forgets them here. */
  readonly cancel: () => void;
}

export interface SignInDeps {
  readonly pool: SignInPool;
  readonly api: CognitoApi;
  /** For ADMIN_USER_PASSWORD_AUTH, from the first call to the last. */
  readonly adminApi?: AdminApi;
  readonly srp: Srp;
  /** ms */
  readonly now: () => number;
}

/** One attempt: what must end with it. */
interface Run {
  readonly stop: AbortController;
  password: string | undefined;
  readonly clientSecret: string | undefined;
  readonly authFlow: AuthFlow;
  exchange: SrpExchange | undefined;
}

export function createSignIn({ pool, api, adminApi, srp, now }: SignInDeps): SignIn {
  const listeners = new Set<() => void>();
  let flow: FlowState = atCredentials;
  let shown: SignInState = { step: 'credentials' };
  let run: Run | undefined;

  function dispatch(event: FlowEvent): void {
    const { state, effect } = nextSignInStep(flow, event, pool);
    if (state !== flow) {
      flow = state;
      shown = signInStateFrom(state);
      if (shown.step === 'signed-in' && run?.clientSecret !== undefined) {
        shown = { ...shown, clientSecret: run.clientSecret };
      }
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
    const { appClientId: ClientId, userPoolId: UserPoolId } = pool;
    const { signal } = mine.stop;
    switch (effect.do) {
      case 'initiate': {
        const { authFlow: AuthFlow, username: USERNAME } = effect;
        const proof = await firstProof(AuthFlow, mine);
        const AuthParameters = { USERNAME, ...proof, ...(await secretHash(USERNAME, mine)) };
        const reply =
          AuthFlow === 'ADMIN_USER_PASSWORD_AUTH'
            ? await admin().adminInitiateAuth({ AuthFlow, UserPoolId, ClientId, AuthParameters }, signal)
            : await api.initiateAuth({ AuthFlow, ClientId, AuthParameters }, signal);
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
          poolName: srpPoolNameFrom(UserPoolId),
          password,
          timestamp: srpTimestampFrom(new Date(now())),
        });
        return { type: 'proved', proof };
      }
      case 'fail':
        throw effect.error;
      case 'respond': {
        const { challengeName: ChallengeName, username: USERNAME, cognitoSession, responses } = effect;
        const ChallengeResponses = { ...responses, USERNAME, ...(await secretHash(USERNAME, mine)) };
        const Session = cognitoSession === undefined ? {} : { Session: cognitoSession };
        const request = { ClientId, ChallengeName, ChallengeResponses, ...Session };
        const reply =
          mine.authFlow === 'ADMIN_USER_PASSWORD_AUTH'
            ? await admin().adminRespondToAuthChallenge({ ...request, UserPoolId }, signal)
            : await api.respondToAuthChallenge(request, signal);
        return { type: 'replied', reply, receivedAt: now() };
      }
      default:
        return effect satisfies never;
    }
  }

  /** What goes with USERNAME in the first call: A, with the password kept for the proof; or the password itself. */
  async function firstProof(authFlow: AuthFlow, mine: Run): Promise<Record<string, string>> {
    switch (authFlow) {
      case 'CUSTOM_AUTH':
        // Without a password the triggers begin at once; with one, SRP comes first.
        if (mine.password === '') return {};
        mine.exchange = await srp.begin();
        return { CHALLENGE_NAME: 'SRP_A', SRP_A: mine.exchange.srpA };
      case 'USER_SRP_AUTH':
        mine.exchange = await srp.begin();
        return { SRP_A: mine.exchange.srpA };
      case 'ADMIN_USER_PASSWORD_AUTH':
      case 'USER_PASSWORD_AUTH': {
        const { password = '' } = mine;
        mine.password = undefined;
        return { PASSWORD: password };
      }
      default:
        return authFlow satisfies never;
    }
  }

  /** Over the name that the same call sends. */
  async function secretHash(username: string, { clientSecret }: Run): Promise<{ SECRET_HASH?: string }> {
    if (clientSecret === undefined) return {};
    return { SECRET_HASH: await secretHashFrom(clientSecret, username, pool.appClientId) };
  }

  function admin(): AdminApi {
    if (adminApi === undefined) {
      throw new CognitoError('NoHelper', { detail: 'Nobody is here to sign requests with AWS credentials.' });
    }
    return adminApi;
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

  function showCommand(command: 'forgot-password' | 'confirm-sign-up'): void {
    end();
    flow = {
      at: 'credentials',
      failure: {
        what: 'This is done in a terminal.',
        why: 'The AWS CLI does it without AWS credentials.',
        next: `Run: aws cognito-idp ${command} --client-id ${pool.appClientId} --username NAME`,
        retry: 'same-form',
      },
    };
    shown = signInStateFrom(flow);
    for (const listener of listeners) listener();
  }

  return {
    getState: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: ({ authFlow, username, password, clientSecret }) => {
      end();
      const secret = clientSecret === '' ? undefined : clientSecret;
      run = { stop: new AbortController(), password, clientSecret: secret, authFlow, exchange: undefined };
      dispatch({ type: 'start', authFlow, username, hasPassword: password !== '' });
    },
    answer: (answers) => dispatch({ type: 'answered', answers }),
    resend: () => undefined,
    forgotPassword: () => showCommand('forgot-password'),
    confirmSignUp: () => showCommand('confirm-sign-up'),
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
      return { step: 'signed-in', ...flow.user };
    default:
      return flow satisfies never;
  }
}
