// NotAuthorizedException: one name for a dozen causes, told apart by AWS's message.

import type { ExplanationContext, ExplanationRow } from '../explanation.ts';

const code = 'NotAuthorizedException';
const whereSecretsAre = 'in the AWS console, on the app client’s page: “Show client secret”';
const publicClient =
  'or choose an app client of this pool, one without a secret, in the connection’s settings (in the console: application type “single-page application”)';

/** A session is signed in anew; at the sign-in, what was typed is mended in place. */
const secretRetry = ({ step }: ExplanationContext) =>
  step === 'renewal' ? ('start-over' as const) : ('same-form' as const);

export const notAuthorized: readonly ExplanationRow[] = [
  {
    code,
    says: /incorrect username or password/i,
    what: 'Cognito did not accept this user name with this password.',
    why: ({ authFlow }) =>
      `One of them is mistyped, or the user is not in this pool: many pools give the same answer to both.${
        authFlow === 'USER_SRP_AUTH'
          ? ' With USER_SRP_AUTH, a wrong clock on this machine is refused in the same words.'
          : ''
      }`,
    next: ({ userPoolId }) => `Type both again, and check that the user belongs to ${userPoolId}.`,
    retry: 'same-form',
    action: 'forgot-password',
  },
  {
    code,
    says: /password attempts exceeded/i,
    what: 'Cognito takes no password for this user at the moment.',
    why: 'After five failed attempts it locks a user out, for one second first and then for twice as long each time.',
    next: 'Wait up to 15 minutes, then sign in again. Attempts made meanwhile are refused, even with the right password.',
    retry: 'wait',
  },
  {
    code,
    says: /user is disabled/i,
    what: 'This user is disabled.',
    why: 'An administrator of the user pool has switched the user off.',
    next: 'Ask an administrator to enable the user, or sign in as somebody else.',
    retry: 'same-form',
  },
  {
    code,
    says: /unable to verify secret hash|secret ?hash does not match/i,
    what: ({ withSecret }) =>
      withSecret === true
        ? 'The client secret is not the right one.'
        : 'The app client has a secret, and none was sent.',
    why: ({ appClientId, withSecret }) =>
      withSecret === true
        ? `It is mistyped, of another app client than ${appClientId}, or was replaced since.`
        : `${appClientId} was made with a client secret, which every call has to prove.`,
    next: ({ withSecret }) =>
      withSecret === true ? `Copy it again (${whereSecretsAre}).` : `Type it (${whereSecretsAre}), ${publicClient}.`,
    retry: secretRetry,
    action: 'client-secret',
  },
  {
    code,
    says: /configured (?:with|for) secret/i,
    what: 'The app client has a secret, and none was sent.',
    why: ({ appClientId }) => `${appClientId} was made with a client secret, which every call has to prove.`,
    next: `Type it (${whereSecretsAre}), ${publicClient}.`,
    retry: secretRetry,
    action: 'client-secret',
  },
  {
    code,
    says: /refresh token has expired/i,
    what: 'The session has ended.',
    why: 'Its refresh token is past its life (30 days, unless the app client says otherwise).',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code,
    says: /refresh token has been revoked/i,
    what: 'The session was ended.',
    why: 'Its refresh token was revoked: the user signed out everywhere, or an administrator signed the user out.',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code,
    says: /invalid refresh token/i,
    what: 'Cognito does not know this session’s refresh token.',
    why: 'It belongs to another app client, or the pool remembers devices and this one was not confirmed.',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code,
    says: /access token does not have required scopes/i,
    what: 'This access token may not be used for that.',
    why: 'The call needs the scope aws.cognito.signin.user.admin, which tokens of a managed login lack.',
    next: 'Sign in here with user name and password.',
    retry: 'start-over',
  },
  {
    code,
    says: /access token/i,
    what: 'Cognito does not accept the access token any more.',
    why: 'It has expired, or the session was signed out or revoked.',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code,
    says: /session is expired/i,
    what: 'The sign-in took too long.',
    why: 'Cognito waits 3 minutes for an answer, unless the app client says otherwise (up to 15).',
    next: 'Start again with user name and password; what you were asked for comes again.',
    retry: 'start-over',
  },
  {
    code,
    says: /session can only be used once/i,
    what: 'This step of the sign-in was answered already.',
    why: 'Each step can be answered once; an earlier answer, even a refused one, may have used it up.',
    next: 'Start again with user name and password.',
    retry: 'start-over',
  },
  {
    code,
    says: /invalid session/i,
    what: 'Cognito does not know this sign-in.',
    why: 'The string that joins its steps was not accepted: it is too old, or the answer went to another endpoint.',
    next: 'Start again with user name and password.',
    retry: 'start-over',
  },
  {
    code,
    says: /temporary password has expired/i,
    what: 'The temporary password has expired.',
    why: 'It was not used within the time that the pool allows (7 days, unless the pool says otherwise).',
    next: ({ userPoolId }) =>
      `Ask an administrator for a new one: aws cognito-idp admin-create-user --user-pool-id ${userPoolId} --username NAME --message-action RESEND`,
    retry: 'start-over',
  },
  {
    code,
    says: /user password cannot be reset/i,
    what: 'This password cannot be reset.',
    why: 'The user still has a temporary password and has never signed in with it.',
    next: 'Sign in with the temporary password; a new one is asked for then.',
    retry: 'start-over',
  },
  {
    code,
    says: /user cannot be confirmed/i,
    what: 'This user is confirmed already.',
    why: 'Somebody entered the code before, or an administrator did without it.',
    next: 'Sign in with user name and password.',
    retry: 'start-over',
  },
  {
    code,
    says: /not authorized to get auth details/i,
    what: 'This user cannot sign in with a password.',
    why: 'The user comes from an identity provider such as Google or SAML, and has no password in the pool.',
    next: 'Sign in as a user of the pool itself, or paste the token that your own app got for this one.',
    retry: 'same-form',
  },
  {
    code,
    says: /because of security reasons/i,
    what: 'Cognito’s threat protection blocked this sign-in.',
    why: 'It rated the attempt as risky: a new device, address or pattern.',
    next: 'Ask an administrator of the pool to look at the user’s sign-in history.',
    retry: 'wait',
  },
  {
    code,
    what: ({ step }) => (step === 'renewal' ? 'Cognito refused to renew the session.' : 'Cognito refused the sign-in.'),
    why: 'Its own words below are all that is known.',
    next: ({ step }) =>
      step === 'renewal' ? 'Sign in again.' : 'Check user name, password and the connection, then try again.',
    retry: ({ step }) => (step === 'credentials' ? 'same-form' : 'start-over'),
  },
];
