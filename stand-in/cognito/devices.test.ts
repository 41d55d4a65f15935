// Tracked devices: met, confirmed, named, proven, lost. The honest client is amazon-cognito-identity-js (devices-by-identity-js);
// here are the rules, and what no honest client sends.
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoDeviceClientId, demoDevicePool } from '../demo/demo-device-pool.ts';
import { demoPassword } from '../demo/demo-pool.ts';
import { toInteger, verifierFrom } from './srp.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, resultOf, testBench } from './test-bench.ts';
import type { UserPool } from './user-pool.ts';

const devicePassword = 'a password that the device made up';
const salt = Buffer.from('7f0102030405060708090a0b0c0d0e0f', 'hex');
const noDevice = 'ResourceNotFoundException: Device does not exist.';
const invalidToken = 'NotAuthorizedException: Invalid Refresh Token.';
const incorrect = 'NotAuthorizedException: Incorrect username or password.';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench(demoDevicePool());
});

/** The demo's pool with other rules, and vera with a telephone. */
function usePool(change: Partial<UserPool>): void {
  const pool = { ...demoDevicePool(), ...change };
  for (const user of pool.users) {
    user.attributes = { ...user.attributes, phone_number: '+15555550123' };
    user.enabledMfas = ['SMS_MFA'];
  }
  bench = testBench(pool);
}

function startOf(special: object = {}) {
  const parameters = { USERNAME: 'vera', PASSWORD: demoPassword, ...special };
  return bench.initiateAuth('USER_PASSWORD_AUTH', parameters, demoDeviceClientId);
}

interface MetDevice {
  readonly key: string;
  readonly groupKey: string;
  readonly tokens: ReturnType<typeof resultOf>;
}

/** Signs in with the password alone, answering a text message if there is one. */
async function meet(): Promise<MetDevice> {
  return metIn(await withCode(await bench.ask('InitiateAuth', startOf())));
}

async function withCode(answer: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  if (answer['ChallengeName'] !== 'SMS_MFA') return answer;
  const code = bench.cognito.state.outbox.all.at(-1)?.code ?? '';
  return bench.ask('RespondToAuthChallenge', respond(answer, { SMS_MFA_CODE: code }));
}

function metIn(answer: Readonly<Record<string, unknown>>): MetDevice {
  const result = Object(answer['AuthenticationResult']) as Record<string, unknown>;
  const metadata = Object(result['NewDeviceMetadata']) as Record<string, unknown>;
  const tokens = resultOf(answer);
  return { key: String(metadata['DeviceKey']), groupKey: String(metadata['DeviceGroupKey']), tokens };
}

function respond(answer: Readonly<Record<string, unknown>>, responses: object) {
  const { ChallengeName, Session } = answer;
  const ChallengeResponses = { USERNAME: 'vera', ...responses };
  return { ClientId: demoDeviceClientId, ChallengeName, Session, ChallengeResponses };
}

function confirmation({ key, groupKey, tokens }: MetDevice, special: object = {}) {
  const verifier = verifierFrom({ poolName: groupKey, userId: key }, devicePassword, toInteger(salt)).toString(16);
  const DeviceSecretVerifierConfig = {
    Salt: salt.toString('base64'),
    PasswordVerifier: Buffer.from(verifier.padStart(768, '0'), 'hex').toString('base64'),
  };
  return { AccessToken: tokens.AccessToken, DeviceKey: key, DeviceSecretVerifierConfig, ...special };
}

async function confirmed(): Promise<MetDevice> {
  const device = await meet();
  await bench.ask('ConfirmDevice', confirmation(device));
  return device;
}

/** Up to DEVICE_PASSWORD_VERIFIER. */
async function firstHalf(device: MetDevice) {
  const challenge = await bench.ask('InitiateAuth', startOf({ DEVICE_KEY: device.key }));
  expect(challenge).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH', ChallengeParameters: {} });
  const responses = { DEVICE_KEY: device.key, SRP_A: clientPublicHex };
  return bench.ask('RespondToAuthChallenge', respond(challenge, responses));
}

function secondHalf(answer: Readonly<Record<string, unknown>>, device: MetDevice, special: object = {}) {
  const parameters = { ...parametersOf(answer), USER_ID_FOR_SRP: device.key };
  const proof = proofFrom({ parameters, poolName: device.groupKey, password: devicePassword, now: bench.now() });
  return respond(answer, { ...proof, USERNAME: 'vera', DEVICE_KEY: device.key, ...special });
}

const refresh = (token: string, special: object = {}) =>
  bench.refusal(
    'InitiateAuth',
    bench.initiateAuth('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: token, ...special }, demoDeviceClientId),
  );
const exchange = (RefreshToken: string, special: object = {}) =>
  bench.refusal('GetTokensFromRefreshToken', { RefreshToken, ClientId: demoDeviceClientId, ...special });

describe('a new device', () => {
  test('is told with the tokens, and named in the access token', async () => {
    const { key, groupKey, tokens } = await meet();
    expect(key).toMatch(/^eu-west-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(groupKey).toMatch(/^-[0-9A-Za-z]{8}$/);
    expect(decodeJwt(tokens.AccessToken)['device_key']).toBe(key);
    expect(decodeJwt(tokens.IdToken)).not.toHaveProperty('device_key');
  });

  test('is another one each time, in the same group', async () => {
    const [one, other] = [await meet(), await meet()];
    expect(one.key).not.toBe(other.key);
    expect(one.groupKey).toBe(other.groupKey);
  });

  test('buys no new tokens until it is confirmed, and only under its own key', async () => {
    const device = await meet();
    const { RefreshToken: token } = device.tokens;
    expect(await refresh(token, { DEVICE_KEY: device.key })).toBe(invalidToken);
    expect(await exchange(token, { DeviceKey: device.key })).toBe(invalidToken);
    await bench.ask('ConfirmDevice', confirmation(device));
    const other = await confirmed();
    for (const [DEVICE_KEY, expected] of [
      [device.key, 'taken: tokens'],
      [other.key, invalidToken],
      ['', invalidToken],
    ] as const) {
      expect(await refresh(token, { DEVICE_KEY })).toBe(expected);
    }
    expect(await refresh(token)).toBe(invalidToken);
    expect(await exchange(token)).toBe(invalidToken);
    expect(await exchange(token, { DeviceKey: device.key })).toBe('taken: tokens');
  });
});

describe('ConfirmDevice', () => {
  test('needs no word of the user where devices are always remembered', async () => {
    const device = await meet();
    expect(await bench.ask('ConfirmDevice', confirmation(device))).toEqual({ UserConfirmationNecessary: false });
    expect(await bench.ask('ListDevices', { AccessToken: device.tokens.AccessToken })).toMatchObject({
      Devices: [{ DeviceKey: device.key }],
    });
  });

  test.each<[string, (device: MetDevice, other: MetDevice) => object, string]>([
    ['a second time', (_device, other) => confirmation(other), 'DeviceKeyExistsException: Device key already exists.'],
    [
      'a device of another sign-in',
      (device, other) => confirmation(device, { AccessToken: other.tokens.AccessToken }),
      'InvalidParameterException: Invalid device key given.',
    ],
    [
      'an invented device',
      (device) => confirmation(device, { DeviceKey: 'eu-west-1_00000000-0000-4000-8000-000000000000' }),
      'InvalidParameterException: Invalid device key given.',
    ],
    [
      'without a verifier',
      (device) => confirmation(device, { DeviceSecretVerifierConfig: undefined }),
      'InvalidParameterException: Invalid device secret verifier config given.',
    ],
    [
      'with an empty salt',
      (device) => confirmation(device, { DeviceSecretVerifierConfig: { Salt: '', PasswordVerifier: 'AQ==' } }),
      'InvalidParameterException: Invalid device secret verifier config given.',
    ],
    [
      'without being signed in',
      (device) => confirmation(device, { AccessToken: 'text' }),
      'NotAuthorizedException: Invalid Access Token',
    ],
  ])('is refused %s', async (_name, request, expected) => {
    const [device, other] = [await meet(), await confirmed()];
    expect(await bench.refusal('ConfirmDevice', request(device, other))).toBe(expected);
  });

  test('makes nothing known that another user could name', async () => {
    const { key } = await confirmed();
    bench.pool.users.push({ ...bench.user('vera'), username: 'viola', sub: 'x', attributes: {} });
    expect(await bench.refusal('InitiateAuth', startOf({ USERNAME: 'viola', DEVICE_KEY: key }))).toBe(noDevice);
  });
});

describe('a remembered device', () => {
  test('proves itself, and is new no more', async () => {
    const device = await confirmed();
    const verifier = await firstHalf(device);
    expect(Object.keys(verifier)).toEqual(['ChallengeName', 'ChallengeParameters']);
    expect(verifier['ChallengeName']).toBe('DEVICE_PASSWORD_VERIFIER');
    expect(Object.keys(parametersOf(verifier)).toSorted()).toEqual([
      'DEVICE_KEY',
      'SALT',
      'SECRET_BLOCK',
      'SRP_B',
      'USERNAME',
    ]);
    expect(parametersOf(verifier)).toMatchObject({
      DEVICE_KEY: device.key,
      SALT: salt.toString('hex'),
      USERNAME: 'vera',
    });
    const answer = await bench.ask('RespondToAuthChallenge', secondHalf(verifier, device));
    expect(metIn(answer).key).toBe('undefined');
    const { AccessToken, RefreshToken } = resultOf(answer);
    expect(decodeJwt(AccessToken)['device_key']).toBe(device.key);
    expect(await refresh(RefreshToken, { DEVICE_KEY: device.key })).toBe('taken: tokens');
  });

  test.each([
    ['another password', { PASSWORD_CLAIM_SIGNATURE: 'AAAA' }],
    ['another device', { DEVICE_KEY: 'eu-west-1_00000000-0000-4000-8000-000000000000' }],
    ['another user', { USERNAME: 'viola' }],
    ['another time', { TIMESTAMP: 'Thu Mar 5 09:07:04 UTC 2026' }],
    ['another secret block', { PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' }],
  ])('is refused with %s, and cannot try twice', async (_name, special) => {
    const device = await confirmed();
    const verifier = await firstHalf(device);
    expect(await bench.refusal('RespondToAuthChallenge', secondHalf(verifier, device, special))).toBe(incorrect);
    const again = await bench.refusal('RespondToAuthChallenge', secondHalf(verifier, device));
    // Who guesses the block has not touched this attempt.
    expect(again).toBe('PASSWORD_CLAIM_SECRET_BLOCK' in special ? 'taken: tokens' : incorrect);
  });

  test('cannot use a proof twice', async () => {
    const device = await confirmed();
    const proof = secondHalf(await firstHalf(device), device);
    expect(await bench.refusal('RespondToAuthChallenge', proof)).toBe('taken: tokens');
    expect(await bench.refusal('RespondToAuthChallenge', proof)).toBe(incorrect);
  });

  test('has three minutes', async () => {
    const device = await confirmed();
    const verifier = await firstHalf(device);
    bench.wait(181);
    expect(await bench.refusal('RespondToAuthChallenge', secondHalf(verifier, device))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    );
  });

  test('may be named at the password’s proof only', async () => {
    const device = await confirmed();
    const parameters = { USERNAME: 'vera', SRP_A: clientPublicHex };
    const begun = await bench.ask('InitiateAuth', bench.initiateAuth('USER_SRP_AUTH', parameters, demoDeviceClientId));
    const proof = proofFrom({
      parameters: parametersOf(begun),
      poolName: 'Dem0Dev3x',
      password: demoPassword,
      now: bench.now(),
    });
    expect(await bench.refusal('RespondToAuthChallenge', respond(begun, { ...proof, DEVICE_KEY: device.key }))).toBe(
      'taken: DEVICE_SRP_AUTH',
    );
  });

  test('that is lost is told so, and the same proof does without it', async () => {
    const device = await confirmed();
    await bench.ask('ForgetDevice', { AccessToken: device.tokens.AccessToken, DeviceKey: device.key });
    const parameters = { USERNAME: 'vera', SRP_A: clientPublicHex, DEVICE_KEY: device.key };
    const begun = await bench.ask('InitiateAuth', bench.initiateAuth('USER_SRP_AUTH', parameters, demoDeviceClientId));
    const proof = proofFrom({
      parameters: parametersOf(begun),
      poolName: 'Dem0Dev3x',
      password: demoPassword,
      now: bench.now(),
    });
    const answer = (special: object) =>
      bench.refusal('RespondToAuthChallenge', respond(begun, { ...proof, ...special }));
    expect(await answer({ DEVICE_KEY: device.key })).toBe(noDevice);
    expect(await answer({})).toBe('taken: tokens');
    expect(await bench.refusal('InitiateAuth', startOf({ DEVICE_KEY: device.key }))).toBe(noDevice);
    expect(await refresh(device.tokens.RefreshToken, { DEVICE_KEY: device.key })).toBe(invalidToken);
  });

  test('that was never confirmed does not exist', async () => {
    const { key } = await meet();
    expect(await bench.refusal('InitiateAuth', startOf({ DEVICE_KEY: key }))).toBe(noDevice);
  });
});

describe('a second factor', () => {
  const smsPool = { mfaConfiguration: 'OPTIONAL', enabledMfas: ['SMS_MFA'] } as const;

  test('is asked for of a new device, not of a remembered one', async () => {
    usePool(smsPool);
    expect(await bench.refusal('InitiateAuth', startOf())).toBe('taken: SMS_MFA');
    const device = await confirmed();
    const verifier = await firstHalf(device);
    expect(await bench.refusal('RespondToAuthChallenge', secondHalf(verifier, device))).toBe('taken: tokens');
  });

  test('is asked for all the same where the pool says so, before the device', async () => {
    const deviceConfiguration = { challengeRequiredOnNewDevice: false, deviceOnlyRememberedOnUserPrompt: false };
    usePool({ ...smsPool, deviceConfiguration });
    const device = await confirmed();
    const factor = await bench.ask('InitiateAuth', startOf({ DEVICE_KEY: device.key }));
    expect(factor['ChallengeName']).toBe('SMS_MFA');
    expect((await withCode(factor))['ChallengeName']).toBe('DEVICE_SRP_AUTH');
  });
});

test('where users decide, a device is remembered on their word, and known before', async () => {
  const deviceConfiguration = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true };
  bench = testBench({ ...demoDevicePool(), deviceConfiguration });
  const device = await meet();
  expect(await bench.ask('ConfirmDevice', confirmation(device))).toEqual({ UserConfirmationNecessary: true });
  expect(await refresh(device.tokens.RefreshToken, { DEVICE_KEY: device.key })).toBe('taken: tokens');
  const known = await bench.ask('InitiateAuth', startOf({ DEVICE_KEY: device.key }));
  expect(metIn(known).key).toBe('undefined');
  const { AccessToken } = device.tokens;
  const status = { AccessToken, DeviceKey: device.key, DeviceRememberedStatus: 'remembered' };
  expect(await bench.ask('UpdateDeviceStatus', status)).toEqual({});
  expect(await bench.refusal('InitiateAuth', startOf({ DEVICE_KEY: device.key }))).toBe('taken: DEVICE_SRP_AUTH');
});

test('where devices are not tracked, none is met, and a key says nothing', async () => {
  const { deviceConfiguration: _none, ...untracked } = demoDevicePool();
  bench = testBench(untracked);
  const answer = await bench.ask('InitiateAuth', startOf({ DEVICE_KEY: 'eu-west-1_0' }));
  expect(metIn(answer).key).toBe('undefined');
  expect(decodeJwt(resultOf(answer).AccessToken)).not.toHaveProperty('device_key');
  expect(await refresh(resultOf(answer).RefreshToken)).toBe('taken: tokens');
});
