// What one challenge of Cognito's is to the sign-in: types only. A challenge is a form for the person, or a proof that
// this app gives by itself. The form is drawn from the prompt alone; no challenge brings a view of its own.

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';
import type { SrpChallenge, SrpProof } from '../srp-exchange.ts';

export interface ChallengeField {
  /** The name of the answer; unique within the prompt. */
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password' | 'email' | 'tel' | 'url' | 'date';
  /** The HTML autocomplete token. */
  readonly autocomplete: string;
  readonly required: boolean;
  readonly help?: string;
}

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
