// From an error to words for a person who knows AWS a little: what happened, why probably, what to do. Pure.

import { CognitoError } from './cognito-error.ts';
import type { Explanation, ExplanationAction, ExplanationContext, ExplanationRow, Retry } from './explanation.ts';
import { explanations } from './explanations/index.ts';

/** Takes whatever was thrown; what is not a CognitoError is a fault of this app, and is said to be. */
export function explainSignInError(error: unknown, context: ExplanationContext): Explanation {
  if (!(error instanceof CognitoError)) return ownFault;
  const row = explanations.find((candidate) => fits(candidate, error));
  if (row === undefined) return ownFault;
  const said = (text: ExplanationRow['what']) => (typeof text === 'string' ? text : text(context, error));
  const retry = typeof row.retry === 'string' ? row.retry : row.retry(context);
  const action = row.action ?? actionOf(retry);
  return {
    ...(error.awsMessage !== undefined && { awsMessage: error.awsMessage }),
    what: said(row.what),
    why: said(row.why),
    next: said(row.next),
    retry,
    code: error.code,
    ...(action !== undefined && { action }),
    ...(error.policy !== undefined && { policy: error.policy }),
    ...(error.command !== undefined && { command: error.command }),
  };
}

function actionOf(retry: Retry): ExplanationAction | undefined {
  if (retry === 'fix-connection') return 'edit-connection';
  return retry === 'wait' ? 'wait' : undefined;
}

function fits(row: ExplanationRow, error: CognitoError): boolean {
  const codes: readonly string[] = typeof row.code === 'string' ? [row.code] : row.code;
  if (!codes.includes(error.code)) return false;
  if (row.reason !== undefined && row.reason !== error.reason) return false;
  return row.says === undefined || row.says.test(error.awsMessage ?? '');
}

const ownFault: Explanation = {
  what: 'The sign-in failed in this app itself.',
  why: 'It met something it was not made for; nothing is known of the password.',
  next: 'Try again, and reload the page if it happens again.',
  retry: 'start-over',
};
