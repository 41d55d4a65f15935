// The other independent witness: stock amazon-cognito-identity-js, unpatched, with its own SRP.
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  type CognitoUser,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { identityJsUser } from './identity-js-test-client.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const userNamed = (username: string) => identityJsUser({ endpoint: standIn.cognitoEndpoint, username });

interface NewPassword {
  readonly password: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function signIn(user: CognitoUser, password: string, newPassword?: NewPassword): Promise<CognitoUserSession> {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password: password });
  return new Promise((onSuccess, onFailure: (error: Error) => void) => {
    user.authenticateUser(details, {
      onSuccess,
      onFailure,
      newPasswordRequired: (given: object, required: readonly string[]) => {
        expect(given).toEqual({ email: 'nina@example.com', email_verified: 'true' });
        expect(required).toEqual(['name']);
        user.completeNewPasswordChallenge(newPassword?.password ?? '', newPassword?.attributes, {
          onSuccess,
          onFailure,
        });
      },
    });
  });
}

test('signs in with SRP', async () => {
  const session = await signIn(userNamed('carol'), demoPassword);
  expect(session.isValid()).toBe(true);
  expect(session.getIdToken().decodePayload()).toMatchObject({
    'cognito:username': 'carol',
    'cognito:groups': ['admins'],
    email_verified: true,
  });
  const operations = standIn.levers.requests.map(({ operation }) => operation);
  expect(operations).toEqual(['InitiateAuth', 'RespondToAuthChallenge']);
});

test('learns that the password is wrong', async () => {
  await expect(signIn(userNamed('carol'), 'wrong')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('sets a new password with the attribute that is missing', async () => {
  const newPassword = { password: 'N3w!password', attributes: { name: 'Nina Horvat' } };
  const session = await signIn(userNamed('nina'), demoPassword, newPassword);
  expect(session.getIdToken().decodePayload()).toMatchObject({ name: 'Nina Horvat' });
});

test('refreshes', async () => {
  const user = userNamed('alice');
  const first = await signIn(user, demoPassword);
  const RefreshToken = first.getRefreshToken().getToken();
  const second = await new Promise<CognitoUserSession>((resolve, reject) => {
    user.refreshSession(
      new CognitoRefreshToken({ RefreshToken }),
      (error: Error | null, session: CognitoUserSession) => {
        if (error) reject(error);
        else resolve(session);
      },
    );
  });
  expect(second.getIdToken().getJwtToken()).not.toBe(first.getIdToken().getJwtToken());
  expect(second.getRefreshToken().getToken()).toBe(RefreshToken);
});
