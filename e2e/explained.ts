// What Cognito refuses, and how the page tells it: in AWS's own words and in ours, with what was typed still there.
import { expect, type Locator } from '@playwright/test';
import type { StandIn } from '../stand-in/start.ts';
import type { SignInForm } from './sign-in-form.ts';

export interface Explained {
  /** Verbatim. */
  readonly awsSays: string;
  readonly what: RegExp;
  /** Absent: it is enough that there is one. */
  readonly why?: RegExp;
  readonly next?: RegExp;
}

/** A refusal whose cause lies outside the stand-in: put in the place of its answer, under AWS's name of the error. */
export interface SentInstead extends Explained {
  readonly sent: string;
}

export async function expectExplained(failure: Locator, { awsSays, what, why, next }: Explained): Promise<void> {
  const sentences = failure.locator('p');
  await expect(failure.locator('q')).toHaveText(awsSays);
  await expect(sentences).toHaveText([what, why ?? /\w/, next ?? /\w/, /^AWS says:/]);
}

/** The password form stands as it was left, and can be sent again. */
export async function expectKept(form: SignInForm, username: string, typed: string): Promise<void> {
  await expect(form.username).toHaveValue(username);
  await expect(form.password).toHaveValue(typed);
  await expect(form.submit).toHaveText('Sign in');
}

/** The next call of this operation is refused so. */
export function refuseOnce(
  { levers }: StandIn,
  operation: string,
  { sent, awsSays }: Pick<SentInstead, 'sent' | 'awsSays'>,
): void {
  const status = { ForbiddenException: 403, InternalErrorException: 500 }[sent] ?? 400;
  levers.misbehave({ target: 'cognito', operation }, { kind: 'error', type: sent, message: awsSays, status });
}
