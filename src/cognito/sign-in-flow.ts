// The sign-in as a state machine: its states, events and effects. What follows from what is next-sign-in-step.ts; the runner
// (sign-in.ts) calls Cognito and holds password and client secret, which no state here contains.

import type { Answers, Call, Challenge, Form, Move, Sends, Unsupported } from './challenges/challenge.ts';
import type { CognitoError } from './cognito-error.ts';
import type { AuthenticationResult, ChallengeReply } from './cognito-replies.ts';
import type { NewDevice } from './device.ts';
import type { AuthFlow, ExplainSignInError, Explanation } from './explanation.ts';
import type { Recovery } from './recovery/index.ts';
import type { SrpProof } from './srp-exchange.ts';
import type { Tokens } from './tokens.ts';

export interface SignInPool {
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly cognitoEndpoint: string;
}

/** One try to sign in, from the first call to the last. */
export interface Attempt {
  readonly authFlow: AuthFlow;
  /** The name or alias as typed, without spaces around it. */
  readonly typedUsername: string;
  /** What the next call sends as USERNAME, and what a secret hash must be over: the alias at first, then USER_ID_FOR_SRP. */
  readonly username: string;
  /** The user's real name in the pool, once Cognito has told it. */
  readonly userIdForSrp?: string;
  readonly hasPassword: boolean;
  /** The challenge that the next answer is for. */
  readonly challengeName?: string;
  /** Cognito's continuation string, always the newest. */
  readonly cognitoSession?: string;
  /** Forms shown so far, user name and password being the first. */
  readonly forms: number;
  /** Begun a second time, without the device that Cognito has forgotten. */
  readonly anew?: true;
  /** Good news, for when it fails. */
  readonly told?: string;
}

/** `username` is for people: what was typed where the pool's own name for the user is a UUID. */
export interface SignedIn {
  readonly tokens: Tokens;
  readonly username: string;
  readonly authFlow: AuthFlow;
}

/** What is under way: a challenge's call, or one of the machine's own. */
export type Awaited =
  | Call
  | { readonly do: 'initiate' }
  | { readonly do: 'load' }
  /** The tokens are there, and the pool wants to know the device. */
  | { readonly do: 'confirm-device'; readonly user: SignedIn };

export type FlowState =
  | { readonly at: 'credentials'; readonly failure?: Explanation; readonly told?: string }
  /** `asked`: the form that was answered; absent where the app goes on by itself. */
  | {
      readonly at: 'working';
      readonly attempt: Attempt;
      readonly doing: string;
      readonly asked?: Form;
      readonly awaited: Awaited;
    }
  | {
      readonly at: 'challenge';
      readonly attempt: Attempt;
      readonly asked: Form;
      readonly failure?: Explanation;
      readonly told?: string;
    }
  | { readonly at: 'unsupported'; readonly unsupported: Unsupported }
  | { readonly at: 'signed-in'; readonly user: SignedIn };

/** What a call has come to. `cognitoSession`: for the next one, where it brought a new one. */
export type Outcome =
  | { readonly of: 'begin-srp'; readonly srpA: string }
  | { readonly of: 'prove'; readonly proof: SrpProof }
  | { readonly of: 'associate-token'; readonly secretCode: string; readonly cognitoSession?: string | undefined }
  | { readonly of: 'verify-token'; readonly cognitoSession?: string | undefined }
  | { readonly of: 'send-code'; readonly sentTo: string | undefined }
  | { readonly of: 'confirm' };

export type FlowEvent =
  | { readonly type: 'start'; readonly authFlow: AuthFlow; readonly username: string; readonly hasPassword: boolean }
  | {
      readonly type: 'recover';
      readonly recovery: Recovery;
      readonly authFlow: AuthFlow;
      readonly username: string;
    }
  | { readonly type: 'loaded'; readonly move: Move }
  | { readonly type: 'tokens-came'; readonly result: AuthenticationResult; /** ms */ readonly receivedAt: number }
  /** `challenge`: what is to be done about such a reply. */
  | { readonly type: 'challenged'; readonly reply: ChallengeReply; readonly challenge: Challenge }
  | { readonly type: 'done'; readonly outcome: Outcome }
  | { readonly type: 'device-confirmed' }
  | { readonly type: 'answered'; readonly answers: Answers }
  | { readonly type: 'resend' }
  | {
      readonly type: 'failed';
      readonly error: unknown;
      readonly explain: ExplainSignInError;
      /** A client secret was proved, or tried to be. */
      readonly withSecret: boolean;
    }
  /** Back, cancel, or the tokens were handed over. */
  | { readonly type: 'left' };

export type FlowEffect =
  | { readonly do: 'initiate'; readonly attempt: Attempt }
  | { readonly do: 'load'; readonly recovery: Recovery }
  | { readonly do: 'call'; readonly call: Call; readonly sends: Sends; readonly attempt: Attempt }
  | {
      readonly do: 'confirm-device';
      readonly device: NewDevice;
      readonly tokens: Tokens;
      readonly attempt: Attempt;
    }
  /** What came cannot be used: to be treated as a call that failed with this. */
  | { readonly do: 'fail'; readonly error: CognitoError };

export interface FlowStep {
  readonly state: FlowState;
  readonly effect?: FlowEffect;
}

export const atCredentials: FlowState = { at: 'credentials' };
