// Fetches the explanations when there is something to explain: their words are a third of what a sign-in would load.

import { CognitoError } from './cognito-error.ts';
import type { ExplainSignInError } from './explanation.ts';

/** Never rejects: where the words cannot be had, AWS's own stand alone. */
export async function loadExplanations(): Promise<ExplainSignInError> {
  try {
    return (await import('./explain-sign-in-error.ts')).explainSignInError;
  } catch {
    return withoutWords;
  }
}

/** The page's own server is gone, most likely. */
const withoutWords: ExplainSignInError = (error) => ({
  ...(error instanceof CognitoError && error.awsMessage !== undefined && { awsMessage: error.awsMessage }),
  what: 'That failed, and the explanation could not be loaded.',
  why: `The program that serves this page does not answer any more.${error instanceof CognitoError ? ` Cognito’s part ended with ${error.code}.` : ''}`,
  next: 'Start it again, then reload the page.',
  retry: 'start-over',
});
