// Codes, new passwords, limits, and what is AWS's own trouble.

import type { ExplanationRow } from '../explanation.ts';

export const codesAndLimits: readonly ExplanationRow[] = [
  {
    code: 'CodeMismatchException',
    what: 'That code is not the right one.',
    why: 'It is mistyped, or an older message was read.',
    next: 'Type the newest code again.',
    retry: 'same-form',
  },
  {
    code: 'ExpiredCodeException',
    says: /software token has already been used/i,
    what: 'That code was used already.',
    why: 'Cognito takes each code of an authenticator app once.',
    next: 'Wait for the next code, up to 30 seconds, and type that.',
    retry: 'same-form',
  },
  {
    code: 'ExpiredCodeException',
    what: 'That code is too old.',
    why: 'Codes have a short life, and end after too many attempts.',
    next: 'Start again with user name and password for a new code.',
    retry: 'start-over',
  },
  {
    code: 'EnableSoftwareTokenMFAException',
    what: 'That code does not fit the authenticator app’s secret.',
    why: 'It is mistyped, or the clock of the device that shows it is wrong.',
    next: 'Type the code that is shown now; if it fails again, check that device’s clock.',
    retry: 'same-form',
  },
  {
    code: ['SoftwareTokenMFANotFoundException', 'MFAMethodNotFoundException'],
    what: 'This user has not set up that second factor.',
    why: 'The pool asked for one that the user never enrolled.',
    next: 'Choose another factor, or ask an administrator to reset the user’s MFA.',
    retry: 'start-over',
  },
  {
    code: 'InvalidPasswordException',
    what: 'The new password does not fit the pool’s policy.',
    why: 'AWS’s message names the first rule it breaks; there may be more.',
    next: 'Change the password to fit that rule, and send again.',
    retry: 'same-form',
  },
  {
    code: 'PasswordHistoryPolicyViolationException',
    what: 'This password was used before.',
    why: 'The pool remembers earlier passwords and does not take them again.',
    next: 'Choose a password that is new.',
    retry: 'same-form',
  },
  {
    code: 'LimitExceededException',
    what: 'Cognito takes no further attempts for now.',
    why: 'Too many were made in the last hour.',
    next: 'Wait up to an hour, then try again.',
    retry: 'wait',
  },
  {
    code: 'TooManyRequestsException',
    what: 'Cognito is throttling requests.',
    why: 'The AWS account has reached its rate for this kind of call, perhaps through other users.',
    next: 'Wait a few seconds and try again.',
    retry: 'wait',
  },
  {
    code: [
      'CodeDeliveryFailureException',
      'InvalidEmailRoleAccessPolicyException',
      'InvalidSmsRoleAccessPolicyException',
      'InvalidSmsRoleTrustRelationshipException',
    ],
    what: 'Cognito could not send the code.',
    why: 'The pool’s e-mail or SMS settings, or the role it sends with, are not in order.',
    next: 'Ask whoever looks after the pool.',
    retry: 'wait',
  },
  {
    code: 'RefreshTokenReuseException',
    what: 'The session has ended.',
    why: 'The app client rotates refresh tokens, and this one had been exchanged already.',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code: 'InternalErrorException',
    what: 'Cognito had an internal error.',
    why: 'This is AWS’s side; it passes, as a rule.',
    next: 'Try again in a moment.',
    retry: 'wait',
  },
  {
    code: 'Unknown',
    what: (_context, error) => `Cognito refused, and named it ${error.awsType ?? 'nothing'}.`,
    why: 'This app does not know that error; AWS’s message is all there is.',
    next: 'Look the name up in Cognito’s API reference, then try again.',
    retry: ({ step }) => (step === 'credentials' ? 'same-form' : 'start-over'),
  },
];
