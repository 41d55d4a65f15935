// MFA_SETUP: the pool requires a second factor, and the user has none yet. An authenticator app is set up in three calls
// (AssociateSoftwareToken, VerifySoftwareToken, the answer), e-mail in one. A phone number cannot be set up here.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html

import * as v from 'valibot';
import {
  respond,
  type Challenge,
  type ChallengedUser,
  type ChallengePrompt,
  type Form,
  type Move,
} from './challenge.ts';
import { factorOption } from './mfa-names.ts';
import { jsonText, readParameters } from './read-parameters.ts';

const parametersOfSetUp = v.object({
  MFAS_CAN_SETUP: v.optional(v.pipe(jsonText, v.array(v.string())), '["SOFTWARE_TOKEN_MFA"]'),
});

const challengeName = 'MFA_SETUP';

export const mfaSetup: Challenge = {
  name: challengeName,
  begin(parameters, user) {
    const read = readParameters(challengeName, parametersOfSetUp, parameters);
    return read.ok ? { ok: true, value: firstMove(read.value.MFAS_CAN_SETUP, user) } : read;
  },
};

const isEmail = (factor: string) => factor === 'EMAIL_OTP' || factor === 'EMAIL_MFA';

function firstMove(factors: readonly string[], user: ChallengedUser): Move {
  const byApp = factors.find((factor) => factor === 'SOFTWARE_TOKEN_MFA');
  const byEmail = factors.find(isEmail);
  if (byApp !== undefined && byEmail !== undefined) return { move: 'ask', form: choiceForm([byApp, byEmail], user) };
  if (byApp !== undefined) return setUpApp(user);
  if (byEmail !== undefined) return { move: 'ask', form: emailForm };
  return {
    move: 'give-up',
    unsupported: {
      challengeName,
      what: `The password was accepted, but the pool requires a second factor that cannot be set up while signing in (${challengeName}: ${factors.join(', ') || 'none named'}).`,
      next: 'Ask an administrator to give the user a phone number, or set the factor up in your own app.',
    },
  };
}

function choiceForm(factors: readonly string[], user: ChallengedUser): Form {
  const prompt: ChallengePrompt = {
    challengeName,
    title: 'Choose a second factor',
    help: 'The password was accepted. The pool requires a second factor, and this user has none yet.',
    submit: 'Continue',
    doing: 'Preparing the set-up',
    fields: [
      { name: 'FACTOR', label: 'Second factor', type: 'choice', required: true, options: factors.map(factorOption) },
    ],
  };
  return {
    prompt,
    answered: ({ FACTOR = '' }) => (isEmail(FACTOR) ? { move: 'ask', form: emailForm } : setUpApp(user)),
  };
}

function setUpApp(user: ChallengedUser): Move {
  return {
    move: 'call',
    doing: 'Preparing the set-up',
    call: { do: 'associate-token', next: (secretCode) => ({ move: 'ask', form: appForm(secretCode, user) }) },
  };
}

function appForm(secretCode: string, user: ChallengedUser): Form {
  const prompt: ChallengePrompt = {
    challengeName,
    title: 'Set up an authenticator app',
    help: 'Scan this with an authenticator app, or type the secret into it; then enter the code that the app shows.',
    submit: 'Set up and sign in',
    doing: 'Checking the code',
    shows: [{ kind: 'authenticator', secret: inGroups(secretCode), uri: otpauthFrom(secretCode, user) }],
    fields: [
      {
        name: 'USER_CODE',
        label: 'Code',
        type: 'code',
        autocomplete: 'one-time-code',
        required: true,
        help: 'Six digits, for this first time.',
      },
    ],
  };
  return {
    prompt,
    answered: ({ USER_CODE = '' }) => ({
      move: 'call',
      doing: prompt.doing,
      call: { do: 'verify-token', next: () => respond(prompt.doing, {}) },
      sends: { UserCode: USER_CODE },
    }),
  };
}

const emailForm: Form = {
  prompt: {
    challengeName,
    title: 'Set up codes by e-mail',
    help: 'From now on Cognito sends a code to this address at each sign-in; the first comes at once.',
    submit: 'Send a code',
    doing: 'Asking for a code',
    fields: [{ name: 'EMAIL', label: 'E-mail address', type: 'email', autocomplete: 'email', required: true }],
  },
  answered: ({ EMAIL = '' }) => respond('Asking for a code', { EMAIL: EMAIL.trim() }),
};

function inGroups(secretCode: string): string {
  return secretCode.match(/.{1,4}/g)?.join(' ') ?? secretCode;
}

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format: six digits, 30 s and SHA-1 go without saying. */
function otpauthFrom(secretCode: string, { username, userPoolId }: ChallengedUser): string {
  const [issuer, account, secret] = [`Cognito ${userPoolId}`, username, secretCode].map(encodeURIComponent);
  return `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`;
}
