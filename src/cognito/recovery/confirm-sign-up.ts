// Confirms a sign-up with the code that came after it. Ends at user name and password.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html

import type { Form, Move } from '../challenges/challenge.ts';
import { explainCode } from './explain-code.ts';

const doing = 'Confirming the sign-up';

const form: Form = {
  prompt: {
    challengeName: 'CONFIRM_SIGN_UP',
    title: 'Confirm the sign-up',
    help: 'After signing up, Cognito sent a code by e-mail or text message.',
    submit: 'Confirm',
    doing,
    resend: 'Send another code',
    fields: [{ name: 'CODE', label: 'Code', type: 'code', autocomplete: 'one-time-code', required: true }],
  },
  answered: ({ CODE = '' }) => ({
    move: 'call',
    doing,
    call: {
      do: 'confirm',
      operation: 'ConfirmSignUp',
      next: () => ({ move: 'tell', told: 'The sign-up is confirmed. Sign in with user name and password.' }),
    },
    sends: { ConfirmationCode: CODE },
  }),
  explain: explainCode,
  resend: {
    move: 'call',
    doing: 'Asking for a code',
    call: {
      do: 'send-code',
      operation: 'ResendConfirmationCode',
      next: (sentTo = 'the user’s e-mail address or phone number') => ({
        move: 'ask',
        form,
        again: true,
        told: `Another code is on its way to ${sentTo}. Only the newest counts.`,
      }),
    },
  },
};

export const confirmSignUp: Move = { move: 'ask', form };
