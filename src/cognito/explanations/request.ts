// The request does not fit the app client or the pool: flows, parameters, ids, permissions.

import type { AuthFlow, ExplanationRow } from '../explanation.ts';

const parameter = 'InvalidParameterException';
const otherFlow = (authFlow: AuthFlow): AuthFlow =>
  authFlow === 'USER_SRP_AUTH' ? 'USER_PASSWORD_AUTH' : 'USER_SRP_AUTH';

export const request: readonly ExplanationRow[] = [
  {
    code: parameter,
    says: /flow not enabled for this client/i,
    what: ({ authFlow, appClientId }) => `The app client ${appClientId} does not allow ${authFlow}.`,
    why: 'Every app client lists the authentication flows it allows, and this one is not ticked.',
    next: ({ authFlow }) =>
      authFlow === 'REFRESH_TOKEN_AUTH'
        ? 'Tick ALLOW_REFRESH_TOKEN_AUTH in the app client’s authentication flows, then sign in again.'
        : `Choose ${otherFlow(authFlow)} in the connection’s settings, or tick ALLOW_${authFlow} in the app client’s authentication flows.`,
    retry: ({ step }) => (step === 'renewal' ? 'start-over' : 'fix-connection'),
  },
  {
    code: parameter,
    says: /initiate auth method not supported/i,
    what: 'This endpoint does not take the flow that was asked for.',
    why: 'Flows whose names begin with ADMIN_ need AWS credentials and another call.',
    next: 'Choose USER_SRP_AUTH, USER_PASSWORD_AUTH or ADMIN_USER_PASSWORD_AUTH in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: parameter,
    says: /missing required parameter/i,
    what: 'Something was left empty.',
    why: 'AWS’s message names the missing value.',
    next: 'Fill in user name and password.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /custom auth lambda trigger is not configured/i,
    what: 'The pool has no triggers for custom authentication.',
    why: 'CUSTOM_AUTH needs three Lambda triggers, and this pool has none.',
    next: 'Choose USER_SRP_AUTH or USER_PASSWORD_AUTH in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: parameter,
    says: /invalid attributes given/i,
    what: 'A required attribute is missing.',
    why: 'The pool wants more of a new user than was given; AWS’s message names the attribute.',
    next: 'Fill it in and send again.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /cannot modify an already provided/i,
    what: 'An attribute that already has a value cannot be changed here.',
    why: 'Together with a new password, Cognito takes only attributes that are still empty.',
    next: 'Leave that field empty. Where the form insists on it, go back and sign in again: it is not asked for any more.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /validation error.*(?:proposed)?password/i,
    what: 'The password cannot be a password of this pool.',
    why: 'It is shorter than Cognito ever allows, or has characters that it does not take.',
    next: 'Use at least 6 characters, and as many as the pool’s policy asks for.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /validation error.*clientid/i,
    what: 'Cognito does not take this app client id.',
    why: ({ appClientId }) => `“${appClientId}” has a character that no app client id has.`,
    next: 'Copy the id again from the pool’s page “App clients” into the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: parameter,
    says: /validation error/i,
    what: 'Cognito does not take one of the values.',
    why: 'It is too long, too short, or has a character that is not allowed; AWS’s message names it.',
    next: 'Correct that value and send again.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /cannot reset password for the user/i,
    what: 'The password of this user cannot be reset with a code.',
    why: 'The user has no confirmed e-mail address or phone number to send a code to.',
    next: 'Ask an administrator of the pool to set a password.',
    retry: 'same-form',
  },
  {
    code: parameter,
    says: /already confirmed/i,
    what: 'This user is confirmed already.',
    why: 'Somebody entered the code before, or an administrator did without it.',
    next: 'Sign in with user name and password.',
    retry: 'start-over',
  },
  {
    code: parameter,
    says: /not configured for secret/i,
    what: 'The app client has no secret, and a secret hash was sent.',
    why: ({ appClientId }) => `${appClientId} is a public client.`,
    next: 'Leave the client secret empty.',
    retry: 'same-form',
    action: 'client-secret',
  },
  {
    code: parameter,
    what: 'Cognito does not take one of the values.',
    why: 'AWS’s message says which and why.',
    next: 'Correct it and send again.',
    retry: ({ step }) => (step === 'renewal' ? 'start-over' : 'same-form'),
  },
  {
    code: 'ResourceNotFoundException',
    says: /user pool client/i,
    what: ({ appClientId, cognitoEndpoint }) => `${hostOf(cognitoEndpoint)} has no app client ${appClientId}.`,
    why: ({ userPoolId }) =>
      `The app client id is mistyped or deleted, or the region is wrong: it is taken from ${userPoolId}.`,
    next: 'Check both ids in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: 'ResourceNotFoundException',
    says: /user pool/i,
    what: ({ userPoolId, cognitoEndpoint }) => `${hostOf(cognitoEndpoint)} has no user pool ${userPoolId}.`,
    why: 'The id is mistyped, the pool was deleted, or it lives in another region.',
    next: 'Check the user pool id in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: 'ResourceNotFoundException',
    says: /device/i,
    what: 'Cognito does not know this device any more.',
    why: 'Somebody has removed it from the user, or the pool has stopped to track devices.',
    next: 'Sign in again; the device is made known anew.',
    retry: 'start-over',
  },
  {
    code: 'ResourceNotFoundException',
    what: 'Cognito does not find what the request names.',
    why: 'An id is mistyped, or belongs to another region.',
    next: 'Check user pool id and app client id in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: 'AccessDeniedException',
    says: /explicit deny/i,
    what: 'AWS’s access rules (IAM) forbid the request.',
    why: 'A policy denies it expressly (one of the organisation’s, a permissions boundary, or one of the user’s own), and no further permission undoes that.',
    next: 'Ask whoever looks after the AWS account, or choose USER_SRP_AUTH in the connection’s settings, which needs no permission.',
    retry: 'fix-connection',
  },
  {
    code: 'AccessDeniedException',
    what: 'AWS’s access rules (IAM) refused the request.',
    why: (_context, { awsMessage = '' }) => {
      const action = /perform: ([\w-]+:\w+)/.exec(awsMessage)?.[1];
      return action === undefined
        ? 'The call needs a permission that the credentials in use lack; AWS’s message names it.'
        : `Your AWS credentials lack the permission ${action} for this user pool.`;
    },
    next: (_context, { policy }) =>
      policy === undefined
        ? 'Add that permission, or choose USER_SRP_AUTH in the connection’s settings, which needs none.'
        : 'Have the policy below attached to them, or choose USER_SRP_AUTH in the connection’s settings, which needs none.',
    retry: 'fix-connection',
  },
  {
    code: 'ForbiddenException',
    what: 'A firewall in front of the user pool refused the request.',
    why: 'The pool is guarded by AWS WAF, whose rules may look at the address, the country or the rate.',
    next: 'Try from another network (with or without the VPN), or ask whoever looks after the pool’s web ACL.',
    retry: 'wait',
  },
  {
    code: 'UnauthorizedException',
    what: 'Cognito refused the app client.',
    why: ({ appClientId, withSecret }) =>
      `${appClientId} has a client secret, and it was ${withSecret === true ? 'not the right one' : 'not sent'}.`,
    next: 'Sign in again with the client secret from the app client’s page in the AWS console.',
    retry: 'start-over',
    action: 'client-secret',
  },
  {
    code: ['SerializationException', 'UnknownOperationException'],
    what: 'The endpoint did not understand the request.',
    why: ({ cognitoEndpoint }) =>
      `${hostOf(cognitoEndpoint)} speaks AWS’s protocol, but perhaps not Cognito’s, or an older form of it.`,
    next: 'Check the Cognito endpoint in the connection’s settings.',
    retry: 'fix-connection',
  },
  {
    code: 'UnsupportedOperationException',
    says: /rotation/i,
    what: 'The app client rotates refresh tokens, and the old way of renewing is closed.',
    why: 'REFRESH_TOKEN_AUTH is refused once rotation is on, and the endpoint refused GetTokensFromRefreshToken too.',
    next: 'Sign in again.',
    retry: 'start-over',
  },
  {
    code: ['UnsupportedOperationException', 'UnsupportedTokenTypeException'],
    what: ({ step }) =>
      step === 'sign-out'
        ? 'The app client does not allow its tokens to be revoked.'
        : 'The app client does not support this call.',
    why: 'A setting of the app client closes it (for signing out: “Enable token revocation”).',
    next: 'Change that setting of the app client, or do without.',
    retry: ({ step }) => (step === 'renewal' ? 'start-over' : 'fix-connection'),
  },
  {
    code: 'InvalidUserPoolConfigurationException',
    what: 'The user pool is set up in a way that Cognito itself refuses.',
    why: 'AWS’s message says what does not fit.',
    next: 'Ask whoever looks after the pool.',
    retry: 'wait',
  },
];

/** The host of an endpoint, or the text itself where it is no URL. */
function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
