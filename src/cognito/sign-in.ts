// Runs the sign-in machine (next-sign-in-step.ts), and holds the password no longer than the call that needs it. Whatever comes back
// after cancel() or a new start() is dropped. Decides nothing itself.

import type { AdminApi } from './admin-api.ts';
import type { Answers, ChallengePrompt } from './challenges/challenge.ts';
import type { CognitoApi } from './cognito-api.ts';
import { isForgottenDevice, type Device } from './device.ts';
import { createDevices, type Devices } from './devices.ts';
import type { AuthFlow, Explanation } from './explanation.ts';
import { loadExplanations } from './load-explanations.ts';
import { nextSignInStep } from './next-sign-in-step.ts';
import { createEffects, type Run } from './sign-in-effects.ts';
import { atCredentials, type FlowEffect, type FlowEvent, type FlowState, type SignInPool } from './sign-in-flow.ts';
import type { Srp } from './srp-exchange.ts';
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

/** Whom a code is for, and how to sign in with the new password. */
export type CodeReceiver = Omit<Credentials, 'password'>;

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
  /** Shared by all sign-ins, so that the next one finds what this one has made known; absent: none is found. */
  readonly devices?: Devices;
  /** ms */
  readonly now: () => number;
}

export function createSignIn({ pool, api, adminApi, srp, now, devices = createDevices() }: SignInDeps): SignIn {
  const listeners = new Set<() => void>();
  const performEffect = createEffects({ pool, api, adminApi, srp, devices, now });
  let flow: FlowState = atCredentials;
  let shown: SignInState = { step: 'credentials' };
  let run: Run | undefined;

  function dispatch(event: FlowEvent): void {
    const { state, effect } = nextSignInStep(flow, event, pool);
    if (state !== flow) {
      flow = state;
      shown = signInStateFrom(state, run);
      if (!isBusyWithPassword(state)) forgetPassword();
      for (const listener of listeners) listener();
    }
    if (effect !== undefined && run !== undefined) void perform(effect, run);
  }

  async function perform(effect: FlowEffect, mine: Run): Promise<void> {
    let event: FlowEvent;
    try {
      event = await performEffect(effect, mine);
    } catch (error) {
      const challengeName = effect.do === 'call' ? effect.attempt.challengeName : undefined;
      if (mine.device !== undefined && isForgottenDevice(error, challengeName)) devices.forget(pool, mine.device);
      const withSecret = mine.clientSecret !== undefined;
      event = { type: 'failed', error, explain: await loadExplanations(), withSecret };
    }
    if (mine === run) dispatch(event);
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

  function begin(clientSecret: string | undefined, password: string | undefined, event: FlowEvent): void {
    end();
    run = {
      stop: new AbortController(),
      password: password === '' ? undefined : password,
      clientSecret: clientSecret === '' ? undefined : clientSecret,
      exchange: undefined,
      device: undefined,
    };
    dispatch(event);
  }

  return {
    getState: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: ({ authFlow, username, password, clientSecret }) =>
      begin(clientSecret, password, { type: 'start', authFlow, username, hasPassword: password !== '' }),
    forgotPassword: ({ clientSecret, ...user }) =>
      begin(clientSecret, undefined, { type: 'recover', recovery: 'forgot-password', ...user }),
    confirmSignUp: ({ clientSecret, ...user }) =>
      begin(clientSecret, undefined, { type: 'recover', recovery: 'confirm-sign-up', ...user }),
    answer: (answers) => dispatch({ type: 'answered', answers }),
    resend: () => dispatch({ type: 'resend' }),
    back: leave,
    cancel: leave,
  };
}

/** What goes on by itself may need the password still; nothing that the person is asked does. */
function isBusyWithPassword(flow: FlowState): boolean {
  return flow.at === 'working' && flow.asked === undefined && flow.awaited.do !== 'confirm-device';
}

function signInStateFrom(flow: FlowState, run: Run | undefined): SignInState {
  switch (flow.at) {
    case 'credentials': {
      const { failure, told } = flow;
      return { step: 'credentials', ...(failure && { failure }), ...(told !== undefined && { told }) };
    }
    case 'working': {
      const prompt = flow.asked === undefined ? {} : { prompt: flow.asked.prompt };
      return { step: 'working', doing: flow.doing, position: { n: flow.attempt.forms }, ...prompt };
    }
    case 'challenge': {
      const { asked, attempt, failure, told } = flow;
      return {
        step: 'challenge',
        prompt: asked.prompt,
        position: { n: attempt.forms },
        ...(failure && { failure }),
        ...(told !== undefined && { told }),
      };
    }
    case 'unsupported':
      return { step: 'unsupported', ...flow.unsupported };
    case 'signed-in': {
      const { clientSecret, device } = run ?? {};
      return { step: 'signed-in', ...flow.user, ...(clientSecret && { clientSecret }), ...(device && { device }) };
    }
    default:
      return flow satisfies never;
  }
}
