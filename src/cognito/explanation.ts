// What a person is told when a sign-in or a renewal fails: types only.

import type { CognitoError, CognitoErrorCode, NotCognitoReason } from './cognito-error.ts';

/** `what` happened, `why` probably, `next` what to do; AWS's own words beside them. Each is one or two sentences. */
export interface Explanation {
  /** Verbatim; absent where AWS said nothing. */
  readonly awsMessage?: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  readonly retry: Retry;
  /** What failed, for a program to decide by; absent where it was no error of Cognito's. */
  readonly code?: CognitoErrorCode;
  /** The one thing that a button beside the words should do. */
  readonly action?: ExplanationAction;
  /** The smallest IAM policy that would do, as JSON text ready to copy. */
  readonly policy?: string;
  /** The command that mends it, for the person's own terminal. */
  readonly command?: string;
}

/** client-secret: ask for it, or take it away. forgot-password, reset-password: a new password with a code. */
export type ExplanationAction =
  'client-secret' | 'forgot-password' | 'confirm-sign-up' | 'reset-password' | 'edit-connection' | 'wait';

/** same-form: correct what was typed. start-over: sign in from the beginning. fix-connection: its settings. wait: try later as is. */
export type Retry = 'same-form' | 'start-over' | 'fix-connection' | 'wait';

export type AuthFlow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'ADMIN_USER_PASSWORD_AUTH';

export interface ExplanationContext {
  readonly authFlow: AuthFlow | 'REFRESH_TOKEN_AUTH';
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly cognitoEndpoint: string;
  /** What was under way. */
  readonly step: 'credentials' | 'challenge' | 'renewal' | 'sign-out';
  /** A client secret was proved, or tried to be. */
  readonly withSecret?: boolean;
}

export type ExplainSignInError = (error: unknown, context: ExplanationContext) => Explanation;

type Text = string | ((context: ExplanationContext, error: CognitoError) => string);

/** One row of the registry: for errors of this code (whose AWS message or reason is as the row says), these words. */
export interface ExplanationRow {
  readonly code: CognitoErrorCode | readonly CognitoErrorCode[];
  /** Looked for in AWS's message; absent: any message. */
  readonly says?: RegExp;
  /** For 'NotCognito'; absent: any reason. */
  readonly reason?: NotCognitoReason;
  readonly what: Text;
  readonly why: Text;
  readonly next: Text;
  readonly retry: Retry | ((context: ExplanationContext) => Retry);
  readonly action?: ExplanationAction;
}
