// Challenges this app cannot answer: named, with what to do instead. Pure.

import type { Challenge, Unsupported } from './challenge.ts';

const otherClient =
  'Choose another app client in the connection’s settings, one that allows USER_SRP_AUTH or USER_PASSWORD_AUTH.';

const known: Readonly<Record<string, readonly [what: string, next: string]>> = {
  SMS_OTP: ['a code by text message in place of the password', otherClient],
  SELECT_CHALLENGE: ['a choice between ways to sign in', otherClient],
  PASSWORD: ['the password in another step', otherClient],
  PASSWORD_SRP: ['the password in another step', otherClient],
  WEB_AUTHN: ['a passkey', 'Sign in as a user with a password.'],
  ADMIN_NO_SRP_AUTH: ['the password in another step', 'Sign in again, with the password filled in.'],
};

export function unsupportedChallenge(name: string): Challenge {
  const unsupported = unsupportedFrom(name);
  return { name, begin: () => ({ ok: true, value: { move: 'give-up', unsupported } }) };
}

function unsupportedFrom(challengeName: string): Unsupported {
  const [what, next] = (Object.hasOwn(known, challengeName) ? known[challengeName] : undefined) ?? [];
  return {
    challengeName,
    what:
      what === undefined
        ? `Cognito asks for one more step, and this app does not know it: ${challengeName}.`
        : `Cognito asks for ${what} (${challengeName}), and this app cannot answer that.`,
    next:
      next ??
      'Sign in as a user without it, or paste tokens that your own app or the AWS CLI got; an administrator can switch the step off.',
  };
}
