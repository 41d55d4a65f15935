// Challenges this app cannot answer: named, with what to do instead. Pure.

export interface Unsupported {
  readonly challengeName: string;
  /** What Cognito asks for. */
  readonly what: string;
  readonly next: string;
}

const otherUser = 'Sign in as a user without it, or ask an administrator to switch it off for this user.';
const mfa = `Sign in as a user without MFA, or ask an administrator to switch it off for this user.`;

const known: Readonly<Record<string, readonly [what: string, next: string]>> = {
  SMS_MFA: ['a code it has sent by text message', mfa],
  SMS_OTP: ['a code it has sent by text message', mfa],
  EMAIL_OTP: ['a code it has sent by e-mail', mfa],
  SOFTWARE_TOKEN_MFA: ['a code of an authenticator app', mfa],
  SELECT_MFA_TYPE: ['a choice between second factors', mfa],
  MFA_SETUP: [
    'that a second factor be set up',
    'Set it up in your own app first, or sign in as a user who has none to set up.',
  ],
  SELECT_CHALLENGE: [
    'a choice between ways to sign in',
    'Choose another app client in the connection’s settings, one that allows USER_SRP_AUTH.',
  ],
  WEB_AUTHN: ['a passkey', 'Sign in as a user with a password.'],
  CUSTOM_CHALLENGE: ['an answer that the pool’s own Lambda trigger thinks up', otherUser],
  DEVICE_SRP_AUTH: ['proof of a remembered device', otherUser],
  DEVICE_PASSWORD_VERIFIER: ['proof of a remembered device', otherUser],
};

export function unsupportedChallenge(challengeName: string): Unsupported {
  const [what, next] = (Object.hasOwn(known, challengeName) ? known[challengeName] : undefined) ?? [];
  return {
    challengeName,
    what:
      what === undefined
        ? `The password was accepted, but Cognito asks for one more step that this app does not know: ${challengeName}.`
        : `The password was accepted, but Cognito asks for ${what} (${challengeName}), and this app cannot answer that.`,
    next: next ?? otherUser,
  };
}
