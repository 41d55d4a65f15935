// What the tests of the sign-in machine share: an alias that signs in, and what Cognito may say to it.

import { challengeNamed } from '../challenges/index.ts';
import { passwordVerifier } from '../challenges/password-verifier.ts';
import { CognitoError, type CognitoErrorCode } from '../cognito-error.ts';
import type { AuthenticationResult } from '../cognito-replies.ts';
import { explainSignInError } from '../explain-sign-in-error.ts';
import { nextSignInStep } from '../next-sign-in-step.ts';
import { atCredentials, type FlowEvent, type FlowStep, type Outcome } from '../sign-in-flow.ts';

export const pool = {
  userPoolId: 'eu-west-1_AbC',
  appClientId: 'client',
  cognitoEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com/',
};
const iat = 1_764_000_000;
/** Unsigned; of ASCII claims. */
export function jwt(claims: object): string {
  const payload = btoa(JSON.stringify({ iat, exp: iat + 3600, sub: 'sub-1', ...claims }));
  return `e.${payload.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.s`;
}

export const start: FlowEvent = {
  type: 'start',
  authFlow: 'USER_SRP_AUTH',
  username: ' alice@example.com ',
  hasPassword: true,
};
export const done = (outcome: Outcome): FlowEvent => ({ type: 'done', outcome });
export const challenge = (
  name: string,
  parameters: Record<string, string> = {},
  cognitoSession?: string,
): FlowEvent => ({
  type: 'challenged',
  reply: { kind: 'challenge', name, parameters, cognitoSession },
  challenge: name === passwordVerifier.name ? passwordVerifier : challengeNamed(name),
});
export const tokensCame = (result: AuthenticationResult): FlowEvent => ({
  type: 'tokens-came',
  result,
  receivedAt: iat * 1000,
});
export const tokens = (claims: object = { 'cognito:username': 'alice' }) =>
  tokensCame({ IdToken: jwt(claims), AccessToken: jwt({}), RefreshToken: 'r' });
export const failed = (code: CognitoErrorCode, awsMessage?: string): FlowEvent => ({
  type: 'failed',
  error: new CognitoError(code, { awsMessage, status: 400 }),
  explain: explainSignInError,
  withSecret: false,
});
export const verifier = challenge('PASSWORD_VERIFIER', {
  SALT: 'a1',
  SRP_B: 'b2',
  SECRET_BLOCK: 'c3==',
  USER_ID_FOR_SRP: 'uuid-1',
  USERNAME: 'uuid-1',
});
export const proved = done({ of: 'prove', proof: { signature: 'sig', timestamp: 'Tue Mar 5 09:07:03 UTC 2024' } });
export const newPassword = challenge(
  'NEW_PASSWORD_REQUIRED',
  { USER_ID_FOR_SRP: 'uuid-1', requiredAttributes: '["userAttributes.name"]' },
  'session-1',
);
export const answers: FlowEvent = {
  type: 'answered',
  answers: { NEW_PASSWORD: 'N3w!pass', 'userAttributes.name': 'Nina' },
};

/** Where these events lead, from the beginning. */
export function after(...events: FlowEvent[]): FlowStep {
  let step: FlowStep = { state: atCredentials };
  for (const event of events) step = nextSignInStep(step.state, event, pool);
  return step;
}
