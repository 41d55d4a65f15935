// The user is known, or not, and may not sign in yet.

import type { ExplanationRow } from '../explanation.ts';

export const userState: readonly ExplanationRow[] = [
  {
    code: 'UserNotFoundException',
    what: ({ userPoolId }) => `The pool ${userPoolId} has no such user.`,
    why: 'The name is mistyped, the pool wants an e-mail address or a phone number as the name, or the user is in another pool or region.',
    next: 'Check the name, and that the connection names the right pool.',
    retry: 'same-form',
  },
  {
    code: 'UserNotConfirmedException',
    what: 'This user has not been confirmed.',
    why: 'After signing up, nobody entered the code that Cognito sent; Cognito says so before it looks at the password.',
    next: ({ userPoolId }) =>
      `Confirm with that code here, or have another one sent. An administrator can do without it: aws cognito-idp admin-confirm-sign-up --user-pool-id ${userPoolId} --username NAME`,
    retry: 'same-form',
    action: 'confirm-sign-up',
  },
  {
    code: 'PasswordResetRequiredException',
    what: 'This user must reset the password before signing in.',
    why: 'An administrator asked for it, or the user was imported without a password.',
    next: 'Have a code sent to the user’s e-mail address or phone number, and choose a new password with it.',
    retry: 'same-form',
    action: 'reset-password',
  },
  {
    code: 'UserLambdaValidationException',
    what: 'A Lambda trigger of the pool refused the sign-in.',
    why: 'AWS’s message begins with the trigger’s name and goes on with the trigger’s own words.',
    next: 'Do what the trigger says, or ask whoever wrote it.',
    retry: 'same-form',
  },
  {
    code: ['UnexpectedLambdaException', 'InvalidLambdaResponseException'],
    what: 'A Lambda trigger of the pool is broken.',
    why: 'It failed, or gave an answer that Cognito cannot read.',
    next: 'Ask whoever looks after the pool to read the trigger’s log in CloudWatch.',
    retry: 'wait',
  },
];
