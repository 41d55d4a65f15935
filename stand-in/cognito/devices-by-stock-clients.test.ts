// Remembered devices as amazon-cognito-identity-js has them, unpatched: it confirms, keeps and proves them by itself. The AWS SDK
// lists and forgets them, and renews.
import {
  CognitoIdentityProviderClient,
  ForgetDeviceCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  ListDevicesCommand,
  ResourceNotFoundException,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoRefreshToken, type CognitoUserSession } from 'amazon-cognito-identity-js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { demoDeviceClientId, demoDevicePoolId } from '../demo/demo-device-pool.ts';
import { demoPassword } from '../demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../start.ts';
import { identityJsUser, memoryStorage } from './identity-js-test-client.ts';

// The stock client computes for a second at each sign-in, and longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let standIn: StandIn;
let sdk: CognitoIdentityProviderClient;
let storage: ReturnType<typeof memoryStorage>;
beforeEach(async () => {
  standIn = await startStandIn();
  sdk = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: standIn.cognitoEndpoint });
  storage = memoryStorage();
});
afterEach(async () => {
  sdk.destroy();
  await standIn.close();
});

const remembered = (name: string) =>
  storage.getItem(`CognitoIdentityServiceProvider.${demoDeviceClientId}.vera.${name}`) ?? undefined;
const operations = () => standIn.levers.requests.map(({ operation }) => operation);

/** What a later visit knows is what the storage kept. */
function vera() {
  const where = { endpoint: standIn.cognitoEndpoint, userPoolId: demoDevicePoolId, appClientId: demoDeviceClientId };
  return identityJsUser({ ...where, username: 'vera', storage });
}

function signIn(user = vera()): Promise<CognitoUserSession> {
  const details = new AuthenticationDetails({ Username: 'vera', Password: demoPassword });
  return new Promise((onSuccess, onFailure) => {
    user.authenticateUser(details, { onSuccess, onFailure });
  });
}

test('the first sign-in confirms the device, the second proves it', async () => {
  const first = await signIn();
  expect(operations()).toEqual(['InitiateAuth', 'RespondToAuthChallenge', 'ConfirmDevice']);
  expect(first.getAccessToken().decodePayload()).toMatchObject({ device_key: remembered('deviceKey') });
  const second = await signIn();
  expect(operations().slice(3)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ]);
  expect(second.getAccessToken().decodePayload()).toMatchObject({ device_key: remembered('deviceKey') });
});

test('a device whose password is another one’s is refused', async () => {
  await signIn();
  storage.setItem(`CognitoIdentityServiceProvider.${demoDeviceClientId}.vera.randomPasswordKey`, 'forged');
  await expect(signIn()).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('a device that is lost is forgotten by the client, which signs in as a new one', async () => {
  await signIn();
  const lost = remembered('deviceKey');
  standIn.levers.forgetDevices('vera');
  await signIn();
  expect(remembered('deviceKey')).not.toBe(lost);
});

test('the client renews with the device’s key', async () => {
  const user = vera();
  const session = await signIn(user);
  const renewed = await new Promise<CognitoUserSession>((resolve, reject) => {
    const token = new CognitoRefreshToken({ RefreshToken: session.getRefreshToken().getToken() });
    user.refreshSession(token, (error: Error | null, next: CognitoUserSession) => {
      if (error) reject(error);
      else resolve(next);
    });
  });
  expect(renewed.isValid()).toBe(true);
});

test('the SDK renews by both operations with the key, and by none without', async () => {
  const session = await signIn();
  const RefreshToken = session.getRefreshToken().getToken();
  const DEVICE_KEY = remembered('deviceKey') ?? '';
  const ClientId = demoDeviceClientId;
  const refresh = (special: object) => {
    const AuthParameters = { REFRESH_TOKEN: RefreshToken, ...special };
    return sdk.send(new InitiateAuthCommand({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters }));
  };
  const exchange = (special: object) =>
    sdk.send(new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId, ...special }));
  expect((await refresh({ DEVICE_KEY })).AuthenticationResult?.IdToken).toBeDefined();
  expect((await exchange({ DeviceKey: DEVICE_KEY })).AuthenticationResult?.IdToken).toBeDefined();
  await expect(refresh({})).rejects.toThrow('Invalid Refresh Token.');
  await expect(exchange({})).rejects.toThrow('Invalid Refresh Token.');
});

test('the SDK lists, changes and forgets devices', async () => {
  const session = await signIn();
  const AccessToken = session.getAccessToken().getJwtToken();
  const DeviceKey = remembered('deviceKey');
  const status = new UpdateDeviceStatusCommand({ AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' });
  await sdk.send(status);
  const { Devices = [] } = await sdk.send(new ListDevicesCommand({ AccessToken }));
  expect(Devices).toMatchObject([{ DeviceKey, DeviceCreateDate: expect.any(Date) as Date }]);
  expect(Devices[0]?.DeviceAttributes).toContainEqual({
    Name: 'dev:device_remembered_status',
    Value: 'not_remembered',
  });
  await sdk.send(new ForgetDeviceCommand({ AccessToken, DeviceKey }));
  expect(await sdk.send(new ListDevicesCommand({ AccessToken }))).toMatchObject({ Devices: [] });
  await expect(sdk.send(status)).rejects.toThrow(ResourceNotFoundException);
});
