// What one challenge of Cognito's is to the sign-in: types only. A challenge is a form for the person, or a proof that
// this app gives by itself. The form is drawn from the prompt alone; no challenge brings a view of its own.

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

/** What the person typed, by field name. */
export type Answers = Readonly<Record<string, string>>;

export type ChallengeParameters = Readonly<Record<string, string>>;

/** ChallengeResponses without USERNAME, which the flow adds for every challenge alike. */
export type ChallengeResponses = Readonly<Record<string, string>>;

/** A value, or half a sentence for `CognitoError.detail` on what is wrong with the challenge's parameters. */
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: string };

export interface FormChallenge {
  readonly kind: 'form';
  readonly name: string;
  prompt(parameters: ChallengeParameters): Read<ChallengePrompt>;
  /** Called with every required field filled in. */
  responses(answers: Answers, prompt: ChallengePrompt): ChallengeResponses;
  /** Words for a failure that mean more here than in general. */
  explain?(error: CognitoError, general: Explanation): Explanation;
}

/** What Cognito asks to be proved; the runner adds password, pool and time. */
export type ProofRequest = Pick<SrpChallenge, 'userIdForSrp' | 'salt' | 'srpB' | 'secretBlock'>;

export interface ProofChallenge {
  readonly kind: 'proof';
  readonly name: string;
  readonly doing: string;
  request(parameters: ChallengeParameters): Read<ProofRequest>;
  responses(request: ProofRequest, proof: SrpProof): ChallengeResponses;
}

export type Challenge = FormChallenge | ProofChallenge;
