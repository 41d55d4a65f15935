// What one challenge of Cognito's is to the sign-in: a chain of moves, each a form for the person or a call that this app
// makes by itself. The form is drawn from the prompt alone; no challenge brings a view of its own.

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';
import type { SrpChallenge, SrpProof } from '../srp-exchange.ts';

export type ChallengeField = TextField | ChoiceField;

export interface TextField {
  /** The name of the answer; unique within the prompt. */
  readonly name: string;
  readonly label: string;
  /** code: as it came by message or app; spaces and dashes are taken off by the machine, not by the form. */
  readonly type: 'text' | 'password' | 'email' | 'tel' | 'url' | 'date' | 'code';
  /** The HTML autocomplete token. */
  readonly autocomplete: string;
  readonly required: boolean;
  readonly help?: string;
}

export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly type: 'choice';
  readonly required: true;
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  /** The answer. */
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** What the person must see to answer. Plain text, whoever wrote it. */
export type PromptPart =
  | { readonly kind: 'text'; readonly label: string; readonly value: string }
  /** `uri`: otpauth://, for a QR code. `secret`: base32 in groups of four, to be typed where there is no camera. */
  | { readonly kind: 'authenticator'; readonly secret: string; readonly uri: string };

export interface ChallengePrompt {
  /** AWS's name: NEW_PASSWORD_REQUIRED. */
  readonly challengeName: string;
  readonly title: string;
  readonly help: string;
  /** The words on the button. */
  readonly submit: string;
  /** Said while the answer is under way. */
  readonly doing: string;
  readonly fields: readonly ChallengeField[];
  readonly shows?: readonly PromptPart[];
  /** The words of a button that asks for a fresh code; absent where that is not possible. */
  readonly resend?: string;
}

/** What the person typed, by field name; codes without spaces and dashes. */
export type Answers = Readonly<Record<string, string>>;

export type ChallengeParameters = Readonly<Record<string, string>>;

/** A value, or half a sentence for `CognitoError.detail` on what is wrong with the challenge's parameters. */
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: string };

export interface Challenge {
  /** AWS's name. */
  readonly name: string;
  /** What is to be done about it. */
  begin(parameters: ChallengeParameters, user: ChallengedUser): Read<Move>;
}

export interface ChallengedUser {
  /** For people. */
  readonly username: string;
  readonly userPoolId: string;
}

/** The next step, as a challenge decides it: nothing in here is secret but what `sends` holds, and no state keeps that. */
export type Move =
  /** `again`: the form that stands there already, with what was typed into it. */
  | { readonly move: 'ask'; readonly form: Form; readonly again?: true; readonly told?: string }
  /** `doing`: said meanwhile. */
  | { readonly move: 'call'; readonly doing: string; readonly call: Call; readonly sends?: Sends }
  /** Nothing that this app can do: the person is told what to do instead. */
  | { readonly move: 'give-up'; readonly unsupported: Unsupported }
  /** Back to user name and password, with good news. */
  | { readonly move: 'tell'; readonly told: string }
  /** Signs in with the new password that was just confirmed; `told` is said where that fails. */
  | { readonly move: 'sign-in'; readonly told: string };

/** What Cognito asks for, and this app cannot do. */
export interface Unsupported {
  readonly challengeName: string;
  readonly what: string;
  readonly next: string;
}

/** Members of AWS's request, in its spelling. */
export type Sends = Readonly<Record<string, string>>;

export interface Form {
  readonly prompt: ChallengePrompt;
  /** Called with every required field filled in. */
  readonly answered: (answers: Answers) => Move;
  /** Words for a failure that mean more here than in general. */
  readonly explain?: (error: CognitoError, general: Explanation) => Explanation;
  /** Where the prompt has words for it. */
  readonly resend?: Move;
}

/** A call, and what follows from what it comes to. */
export type Call =
  /** RespondToAuthChallenge under the challenge's name; what it comes to is tokens or the next challenge. */
  | { readonly do: 'respond' }
  /** A fresh A, good for one proof. */
  | { readonly do: 'begin-srp'; readonly next: (srpA: string) => Move }
  | {
      readonly do: 'prove';
      readonly whose: 'user' | 'device';
      readonly request: ProofRequest;
      readonly next: (proof: SrpProof) => Move;
    }
  | { readonly do: 'associate-token'; readonly next: (secretCode: string) => Move }
  | { readonly do: 'verify-token'; readonly next: () => Move }
  /** `sentTo`: masked, as Cognito tells it. */
  | {
      readonly do: 'send-code';
      readonly operation: 'ForgotPassword' | 'ResendConfirmationCode';
      readonly next: (sentTo: string | undefined) => Move;
    }
  | {
      readonly do: 'confirm';
      readonly operation: 'ConfirmForgotPassword' | 'ConfirmSignUp';
      readonly next: () => Move;
    };

/** What Cognito asks to be proved; the runner adds password, pool and time. */
export type ProofRequest = Pick<SrpChallenge, 'userIdForSrp' | 'salt' | 'srpB' | 'secretBlock'>;

/** The answer to the challenge at hand; USERNAME, SECRET_HASH and DEVICE_KEY are added for every challenge alike. */
export function respond(doing: string, sends: Sends): Move {
  return { move: 'call', doing, call: { do: 'respond' }, sends };
}
