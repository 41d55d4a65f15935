// A new password with a code, for who has forgotten the old one or must reset it. Ends in a sign-in with the new one.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html

import type { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';
import type { Form, Move } from '../challenges/challenge.ts';
import { explainPolicy } from '../challenges/password-policy.ts';
import { explainCode } from './explain-code.ts';

export const forgotPassword: Move = askForCode((sentTo) => ({ move: 'ask', form: formFor(sentTo) }));

function askForCode(next: (sentTo: string | undefined) => Move): Move {
  return { move: 'call', doing: 'Asking for a code', call: { do: 'send-code', operation: 'ForgotPassword', next } };
}

function formFor(sentTo = 'the user’s e-mail address or phone number'): Form {
  const doing = 'Setting the new password';
  const form: Form = {
    prompt: {
      challengeName: 'FORGOT_PASSWORD',
      title: 'Choose a new password',
      // Many pools do not tell whether there is such a user, and seem to send a code to anybody.
      help: `If the pool has this user, a code is on its way to ${sentTo}.`,
      submit: 'Set password and sign in',
      doing,
      resend: 'Send another code',
      fields: [
        { name: 'CODE', label: 'Code', type: 'code', autocomplete: 'one-time-code', required: true },
        { name: 'NEW_PASSWORD', label: 'New password', type: 'password', autocomplete: 'new-password', required: true },
      ],
    },
    answered: ({ CODE = '', NEW_PASSWORD = '' }) => ({
      move: 'call',
      doing,
      call: {
        do: 'confirm',
        operation: 'ConfirmForgotPassword',
        next: () => ({ move: 'sign-in', told: 'The new password is set.' }),
      },
      sends: { ConfirmationCode: CODE, Password: NEW_PASSWORD },
    }),
    explain,
    resend: askForCode((again = sentTo) => ({
      move: 'ask',
      form: formFor(again),
      again: true,
      told: `Another code is on its way to ${again}. Only the newest counts.`,
    })),
  };
  return form;
}

function explain(error: CognitoError, general: Explanation): Explanation {
  return error.code === 'InvalidPasswordException' ? explainPolicy(error, general) : explainCode(error, general);
}
