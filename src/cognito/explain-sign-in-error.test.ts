import { describe, expect, it } from 'vitest';
import { awsExceptions, CognitoError, type CognitoErrorCode, type NotCognitoReason } from './cognito-error.ts';
import { explainSignInError } from './explain-sign-in-error.ts';
import type { Explanation, ExplanationContext, Retry } from './explanation.ts';
import { explanations } from './explanations/index.ts';

const context: ExplanationContext = {
  authFlow: 'USER_PASSWORD_AUTH',
  userPoolId: 'eu-west-1_AbCdEfGhI',
  appClientId: '4demoappsyncgraphiql0clien',
  cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
  step: 'credentials',
};
const renewal: ExplanationContext = { ...context, authFlow: 'REFRESH_TOKEN_AUTH', step: 'renewal' };
const withSecret: ExplanationContext = { ...context, withSecret: true };
const client = 'X';

type Row = [
  code: CognitoErrorCode,
  awsMessage: string,
  what: RegExp,
  next: RegExp,
  retry: Retry,
  context?: ExplanationContext,
];

// One row a line, as in a table; the messages are as the service spells them.
// prettier-ignore
const rows: Row[] = [
  ['NotAuthorizedException', 'Incorrect username or password.', /did not accept/, /Type both again/, 'same-form'],
  ['NotAuthorizedException', 'Password attempts exceeded', /no password for this user/, /15 minutes/, 'wait'],
  ['NotAuthorizedException', 'User is disabled.', /disabled/, /administrator/, 'same-form'],
  ['NotAuthorizedException', `Unable to verify secret hash for client ${client}`, /none was sent/, /Show client secret/, 'same-form'],
  ['NotAuthorizedException', `Unable to verify secret hash for client ${client}`, /secret is not the right one/, /Copy it again/, 'same-form', withSecret],
  ['NotAuthorizedException', `Client ${client} is configured with secret but SECRET_HASH was not received`, /none was sent/, /Type it.*without a secret/, 'same-form'],
  ['NotAuthorizedException', `Client ${client} is configured for secret but secret was not received`, /none was sent/, /Type it.*without a secret/, 'same-form'],
  ['NotAuthorizedException', `SecretHash does not match for the client: ${client}`, /not the right one/, /Copy it again/, 'start-over', { ...renewal, withSecret: true }],
  ['NotAuthorizedException', 'Refresh Token has expired', /session has ended/, /Sign in again/, 'start-over', renewal],
  ['NotAuthorizedException', 'Refresh Token has been revoked', /session was ended/, /Sign in again/, 'start-over', renewal],
  ['NotAuthorizedException', 'Invalid Refresh Token.', /refresh token/, /Sign in again/, 'start-over', renewal],
  ['NotAuthorizedException', 'Invalid Refresh Token', /refresh token/, /Sign in again/, 'start-over', renewal],
  ['NotAuthorizedException', 'Access Token has expired', /access token/, /Sign in again/, 'start-over'],
  ['NotAuthorizedException', 'Access Token has been revoked', /access token/, /Sign in again/, 'start-over'],
  ['NotAuthorizedException', 'Invalid Access Token', /access token/, /Sign in again/, 'start-over'],
  ['NotAuthorizedException', 'Access Token does not have required scopes', /may not be used/, /user name and password/, 'start-over'],
  ['NotAuthorizedException', 'Invalid session for the user.', /does not know this sign-in/, /Start again/, 'start-over'],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', /took too long/, /Start again/, 'start-over'],
  ['NotAuthorizedException', 'Invalid session for the user, session can only be used once.', /answered already/, /Start again/, 'start-over'],
  ['NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.', /temporary password has expired/i, /admin-create-user .*eu-west-1_AbCdEfGhI/, 'start-over'],
  ['NotAuthorizedException', 'User password cannot be reset in the current state.', /cannot be reset/, /temporary password/, 'start-over'],
  ['NotAuthorizedException', 'User is not authorized to get auth details.', /cannot sign in with a password/, /user of the pool itself/, 'same-form'],
  ['NotAuthorizedException', 'Unable to login because of security reasons', /threat protection/, /administrator/, 'wait'],
  ['NotAuthorizedException', 'Something new.', /refused the sign-in/, /try again/, 'same-form'],
  ['NotAuthorizedException', 'Something new.', /refused to renew/, /Sign in again/, 'start-over', renewal],
  ['UserNotFoundException', 'User does not exist.', /no such user/, /right pool/, 'same-form'],
  ['UserNotFoundException', 'Username/client id combination not found.', /no such user/, /right pool/, 'same-form'],
  ['NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED', /confirmed already/, /Sign in/, 'start-over'],
  ['InvalidParameterException', 'User is already confirmed.', /confirmed already/, /Sign in/, 'start-over'],
  ['UserNotConfirmedException', 'User is not confirmed.', /not been confirmed/, /Confirm with that code.*admin-confirm-sign-up/, 'same-form'],
  ['PasswordResetRequiredException', 'Password reset required for the user', /must reset/, /code sent/, 'same-form'],
  ['InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', /does not allow USER_PASSWORD_AUTH/, /Choose USER_SRP_AUTH.*ALLOW_USER_PASSWORD_AUTH/, 'fix-connection'],
  ['InvalidParameterException', 'USER_SRP_AUTH flow not enabled for this client', /does not allow USER_SRP_AUTH/, /Choose USER_PASSWORD_AUTH/, 'fix-connection', { ...context, authFlow: 'USER_SRP_AUTH' }],
  ['InvalidParameterException', 'Auth flow not enabled for this client', /does not allow REFRESH_TOKEN_AUTH/, /ALLOW_REFRESH_TOKEN_AUTH/, 'start-over', renewal],
  ['InvalidParameterException', 'Auth flow not enabled for this client', /does not allow ADMIN_USER_PASSWORD_AUTH/, /ALLOW_ADMIN_USER_PASSWORD_AUTH/, 'fix-connection', { ...context, authFlow: 'ADMIN_USER_PASSWORD_AUTH' }],
  ['InvalidParameterException', 'CUSTOM_AUTH flow not enabled for this client', /does not allow CUSTOM_AUTH/, /ALLOW_CUSTOM_AUTH/, 'fix-connection', { ...context, authFlow: 'CUSTOM_AUTH' }],
  ['InvalidParameterException', 'Initiate Auth method not supported.', /does not take the flow/, /USER_SRP_AUTH/, 'fix-connection'],
  ['InvalidParameterException', 'Missing required parameter PASSWORD', /left empty/, /Fill in/, 'same-form'],
  ['InvalidParameterException', 'Missing required parameter USERNAME', /left empty/, /Fill in/, 'same-form'],
  ['InvalidParameterException', 'Missing required parameter SRP_A', /left empty/, /Fill in/, 'same-form'],
  ['InvalidParameterException', 'Custom auth lambda trigger is not configured for the user pool.', /no triggers/, /USER_SRP_AUTH/, 'fix-connection'],
  ['InvalidParameterException', 'Invalid attributes given, name is missing', /required attribute/, /Fill it in/, 'same-form'],
  ['InvalidParameterException', 'Cannot modify an already provided email', /cannot be changed here/, /empty/, 'same-form'],
  ['InvalidParameterException', "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6", /cannot be a password/, /6 characters/, 'same-form'],
  ['InvalidParameterException', "1 validation error detected: Value 'a b' at 'clientId' failed to satisfy constraint", /app client id/, /Copy the id/, 'fix-connection'],
  ['InvalidParameterException', "1 validation error detected: Value 'x' at 'username' failed to satisfy constraint", /one of the values/, /Correct/, 'same-form'],
  ['InvalidParameterException', 'Cannot reset password for the user as there is no registered/verified email or phone_number', /cannot be reset with a code/, /administrator/, 'same-form'],
  ['InvalidParameterException', `Client ${client} is not configured for secret but secret hash was received`, /no secret/, /Leave the client secret empty/, 'same-form'],
  ['InvalidParameterException', 'Something new.', /one of the values/, /Correct/, 'same-form'],
  ['ResourceNotFoundException', `User pool client ${client} does not exist.`, /cognito-idp.eu-west-1.amazonaws.com has no app client 4demo/, /Check both ids/, 'fix-connection'],
  ['ResourceNotFoundException', 'User pool eu-west-1_AbCdEfGhI does not exist.', /no user pool eu-west-1_AbCdEfGhI/, /user pool id/, 'fix-connection'],
  ['ResourceNotFoundException', 'Device does not exist.', /does not know this device/, /Sign in again/, 'start-over'],
  ['ResourceNotFoundException', 'Something new.', /does not find/, /Check/, 'fix-connection'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.', /not the right one/, /newest code/, 'same-form'],
  ['CodeMismatchException', 'Invalid code received for user', /not the right one/, /newest code/, 'same-form'],
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', /not the right one/, /newest code/, 'same-form'],
  ['ExpiredCodeException', 'Your software token has already been used once.', /used already/, /30 seconds/, 'same-form'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', /too old/, /Start again/, 'start-over'],
  ['EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA', /authenticator app/, /clock/, 'same-form'],
  ['SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.', /not set up/, /another factor/, 'start-over'],
  ['InvalidPasswordException', 'Password did not conform with policy: Password must have uppercase characters', /policy/, /fit that rule/, 'same-form'],
  ['PasswordHistoryPolicyViolationException', 'Password has previously been used', /used before/, /new/, 'same-form'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', /no further attempts/, /Wait/, 'wait'],
  ['TooManyRequestsException', 'Too many requests', /throttling/, /Wait/, 'wait'],
  ['TooManyRequestsException', 'Rate exceeded', /throttling/, /Wait/, 'wait'],
  ['UserLambdaValidationException', 'PreAuthentication failed with error Not from there.', /trigger.*refused/, /trigger says/, 'same-form'],
  ['UnexpectedLambdaException', 'PreAuthentication invocation failed.', /trigger.*broken/, /CloudWatch/, 'wait'],
  ['InvalidLambdaResponseException', 'Unrecognizable lambda output', /trigger.*broken/, /CloudWatch/, 'wait'],
  ['CodeDeliveryFailureException', 'Could not send.', /could not send the code/, /looks after the pool/, 'wait'],
  ['InvalidSmsRoleAccessPolicyException', 'Role.', /could not send the code/, /looks after the pool/, 'wait'],
  ['InvalidEmailRoleAccessPolicyException', 'Role.', /could not send the code/, /looks after the pool/, 'wait'],
  ['ForbiddenException', 'Request not allowed due to WAF block', /firewall/, /another network/, 'wait'],
  ['UnsupportedOperationException', 'This API does not support refresh token rotation', /rotates/, /Sign in again/, 'start-over', renewal],
  ['UnsupportedOperationException', 'Token revocation is not enabled for this client.', /to be revoked/, /setting/, 'fix-connection', { ...renewal, step: 'sign-out' }],
  ['RefreshTokenReuseException', 'Refresh token was used.', /session has ended/, /Sign in again/, 'start-over', renewal],
  ['AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized to perform: cognito-idp:AdminInitiateAuth', /IAM/, /permission/, 'fix-connection'],
  ['AccessDeniedException', 'User is not authorized.', /IAM/, /permission/, 'fix-connection'],
  ['UnauthorizedException', 'Invalid client or secret', /refused the app client/, /with the client secret/, 'start-over'],
  ['UnknownOperationException', '', /did not understand/, /Cognito endpoint/, 'fix-connection'],
  ['InternalErrorException', 'Something went wrong.', /internal error/, /Try again/, 'wait'],
];

describe('an error of AWS', () => {
  it.each(rows)('%s "%s" is explained', (code, awsMessage, what, next, retry, where = context) => {
    const explanation = explainSignInError(new CognitoError(code, { awsMessage, status: 400 }), where);
    expect(explanation.awsMessage).toBe(awsMessage);
    expect(explanation.what).toMatch(what);
    expect(explanation.next).toMatch(next);
    expect(explanation.retry).toBe(retry);
  });

  it('has words of its own, each but those that nobody has met yet', () => {
    const vague = rows.filter(([, awsMessage]) => awsMessage === 'Something new.');
    const texts = (some: Row[]) =>
      some.map(([code, awsMessage, , , , where = context]) => {
        const { what, why } = explainSignInError(new CognitoError(code, { awsMessage }), where);
        return `${what} ${why}`;
      });
    const vagueTexts = new Set(texts(vague));
    const known = rows.filter((row) => !vague.includes(row));
    expect(texts(known).filter((text) => vagueTexts.has(text))).toEqual([]);
  });

  it.each<[CognitoErrorCode, string, Explanation['action']]>([
    ['NotAuthorizedException', 'Incorrect username or password.', 'forgot-password'],
    ['NotAuthorizedException', `Unable to verify secret hash for client ${client}`, 'client-secret'],
    [
      'NotAuthorizedException',
      `Client ${client} is configured with secret but SECRET_HASH was not received`,
      'client-secret',
    ],
    [
      'InvalidParameterException',
      `Client ${client} is not configured for secret but secret hash was received`,
      'client-secret',
    ],
    ['UserNotConfirmedException', 'User is not confirmed.', 'confirm-sign-up'],
    ['PasswordResetRequiredException', 'Password reset required for the user', 'reset-password'],
    ['InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', 'edit-connection'],
    ['NotAuthorizedException', 'Password attempts exceeded', 'wait'],
    ['NotAuthorizedException', 'User is disabled.', undefined],
  ])('%s "%s" has the button for it: %s', (code, awsMessage, action) => {
    expect(explainSignInError(new CognitoError(code, { awsMessage }), context).action).toBe(action);
  });

  it('brings what there is to copy', () => {
    const awsMessage = 'User: arn:aws:iam::1:user/x is not authorized to perform: cognito-idp:AdminInitiateAuth on x';
    const policy = '{"Version":"2012-10-17"}';
    expect(
      explainSignInError(new CognitoError('AccessDeniedException', { awsMessage, policy }), context),
    ).toMatchObject({
      policy,
      why: expect.stringContaining('cognito-idp:AdminInitiateAuth'),
      next: expect.stringContaining('policy below'),
    });
    const [detail, command] = ['The SSO session has expired.', 'aws sso login --profile dev'];
    expect(explainSignInError(new CognitoError('NoCredentials', { detail, command }), context)).toMatchObject({
      command,
      why: detail,
      next: expect.stringContaining(command),
    });
    expect(explainSignInError(new CognitoError('NoHelper'), context).next).toMatch(/npm start/);
  });

  it.each(awsExceptions)('%s has words of its own even where AWS says nothing', (code) => {
    const { what } = explainSignInError(new CognitoError(code), context);
    expect(what).not.toMatch(/failed in this app itself/);
  });

  it('names an exception it does not know', () => {
    const { what } = explainSignInError(new CognitoError('Unknown', { awsType: 'BrandNewException' }), context);
    expect(what).toContain('BrandNewException');
  });

  it('speaks of the clock where SRP could mean it', () => {
    const error = new CognitoError('NotAuthorizedException', { awsMessage: 'Incorrect username or password.' });
    expect(explainSignInError(error, { ...context, authFlow: 'USER_SRP_AUTH' }).why).toMatch(/clock/);
    expect(explainSignInError(error, context).why).not.toMatch(/clock/);
  });
});

describe('an answer that is not Cognito’s', () => {
  const local = { ...context, cognitoEndpoint: 'http://localhost:5825/' };
  it.each<[NotCognitoReason, RegExp, Retry, Retry]>([
    ['html', /web page/, 'wait', 'fix-connection'],
    ['empty', /with nothing/, 'wait', 'fix-connection'],
    ['bad-status', /HTTP 502/, 'wait', 'wait'],
    ['cut', /broke off/, 'wait', 'wait'],
    ['redirect', /elsewhere/, 'wait', 'fix-connection'],
    ['too-large', /far more/, 'wait', 'fix-connection'],
    ['not-json', /JSON/, 'wait', 'fix-connection'],
    ['wrong-shape', /not as Cognito does: its error has no __type\./, 'wait', 'fix-connection'],
  ])('%s is explained, for AWS’s own host and for another', (reason, what, atAws, elsewhere) => {
    const detail = reason === 'wrong-shape' ? 'its error has no __type' : undefined;
    const error = new CognitoError('NotCognito', { reason, status: 502, detail });
    expect(explainSignInError(error, context)).toMatchObject({ what: expect.stringMatching(what), retry: atAws });
    const other = explainSignInError(error, local);
    expect(other).toMatchObject({ what: expect.stringContaining('localhost:5825'), retry: elsewhere });
    expect(other).not.toHaveProperty('awsMessage');
  });

  it.each<[string, boolean, ExplanationContext, RegExp, Retry]>([
    ['AWS out of reach', false, context, /could not be reached/, 'wait'],
    ['another host out of reach', false, local, /localhost:5825 could not be reached/, 'fix-connection'],
    ['no answer in time', true, context, /did not answer in time/, 'wait'],
  ])('%s is explained', (_case, timedOut, where, what, retry) => {
    const explanation = explainSignInError(new CognitoError('Unreachable', { timedOut }), where);
    expect(explanation).toMatchObject({ what: expect.stringMatching(what), retry });
  });
});

describe('the explanations', () => {
  it('say of what is no CognitoError that the fault is this app’s', () => {
    expect(explainSignInError(new TypeError('x is undefined'), context).what).toMatch(/this app itself/);
  });

  it('are whole sentences in every row', () => {
    const error = new CognitoError('Unknown', { awsType: 'X' });
    for (const row of explanations) {
      for (const text of [row.what, row.why, row.next]) {
        expect(typeof text === 'string' ? text : text(context, error)).toMatch(/^\S.+(?:[.?]|NAME|RESEND|\/)$/s);
      }
    }
  });
});
