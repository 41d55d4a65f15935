// A form that asks for one code of a second factor: what SMS_MFA, EMAIL_OTP and SOFTWARE_TOKEN_MFA have in common.

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';
import { respond, type ChallengePrompt, type Form } from './challenge.ts';

export interface CodeForm {
  /** AWS's name; the answer is `{challengeName}_CODE`. */
  readonly challengeName: string;
  readonly title: string;
  readonly help: string;
  readonly label?: string;
  readonly explain?: (error: CognitoError, general: Explanation) => Explanation;
}

export function codeForm({ challengeName, title, help, label = 'Code', explain }: CodeForm): Form {
  const name = `${challengeName}_CODE`;
  const prompt: ChallengePrompt = {
    challengeName,
    title,
    help,
    submit: 'Sign in',
    doing: 'Checking the code',
    fields: [{ name, label, type: 'code', autocomplete: 'one-time-code', required: true }],
  };
  return {
    prompt,
    answered: (answers) => respond(prompt.doing, { [name]: answers[name] ?? '' }),
    ...(explain !== undefined && { explain }),
  };
}

/** Cognito sends no MFA code twice: only a new sign-in brings another. */
export const anotherCode = 'For another code, go back and sign in again; Cognito sends none twice.';
