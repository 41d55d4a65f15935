import { describe, expect, it } from 'vitest';
import type { AdminSignInAnswer, AdminSignInRequest } from '../../server/api.ts';
import { createAdminApi } from './admin-answers.ts';
import { CognitoError } from './cognito-error.ts';

const initiate = {
  AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
  UserPoolId: 'eu-west-1_A',
  ClientId: '1example',
  AuthParameters: { USERNAME: 'alice', PASSWORD: 'Passw0rd!' },
} as const;

function apiAnswering(answer: AdminSignInAnswer) {
  const asked: AdminSignInRequest[] = [];
  const api = createAdminApi({
    cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    ask: (request) => {
      asked.push(request);
      return Promise.resolve(answer);
    },
  });
  return { api, asked };
}

describe('the admin flow over a signer', () => {
  it('asks for the pool by itself, beside what Cognito is to be sent', async () => {
    const { api, asked } = apiAnswering({ kind: 'reply', reply: { ChallengeName: 'SMS_MFA', Session: 's' } });
    const { UserPoolId: userPoolId, ...input } = initiate;
    expect(await api.adminInitiateAuth(initiate)).toMatchObject({ kind: 'challenge', name: 'SMS_MFA' });
    const cognitoEndpoint = 'https://cognito-idp.eu-west-1.amazonaws.com/';
    expect(asked).toEqual([{ cognitoEndpoint, userPoolId, operation: 'AdminInitiateAuth', input }]);

    const answers = { ChallengeName: 'SMS_MFA', Session: 's', ChallengeResponses: { SMS_MFA_CODE: '1' } };
    await api.adminRespondToAuthChallenge({ ClientId: '1example', UserPoolId: userPoolId, ...answers });
    expect(asked[1]).toMatchObject({ operation: 'AdminRespondToAuthChallenge', input: answers, userPoolId });
  });

  it.each<[AdminSignInAnswer, Partial<CognitoError>]>([
    [
      { kind: 'reply', reply: {} },
      { code: 'NotCognito', reason: 'wrong-shape' },
    ],
    [
      { kind: 'aws-error', code: 'NotAuthorizedException', message: 'Incorrect username or password.' },
      { code: 'NotAuthorizedException', awsMessage: 'Incorrect username or password.' },
    ],
    [
      { kind: 'aws-error', code: 'SomethingNewException', message: 'new' },
      { code: 'Unknown', awsType: 'SomethingNewException' },
    ],
    [
      { kind: 'iam', code: 'AccessDenied', message: 'no', action: 'a', policy: '{}', accountKnown: true },
      { code: 'AccessDeniedException', awsMessage: 'no', policy: '{}' },
    ],
    [
      { kind: 'iam', code: 'x', message: 'with an explicit deny', action: 'a', policy: '{}', accountKnown: true },
      { code: 'AccessDeniedException', policy: undefined },
    ],
    [
      { kind: 'no-credentials', reason: 'expired-sso', message: 'Expired.', command: 'aws sso login' },
      { code: 'NoCredentials', detail: 'Expired.', command: 'aws sso login' },
    ],
    [
      { kind: 'no-answer', code: 'Unreachable', timedOut: true },
      { code: 'Unreachable', timedOut: true },
    ],
  ])('%o is %o', async (answer, error) => {
    const { api } = apiAnswering(answer);
    const failure = await api.adminInitiateAuth(initiate).catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(CognitoError);
    expect(failure).toMatchObject(error);
  });
});
