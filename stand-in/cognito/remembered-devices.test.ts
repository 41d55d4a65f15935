// Devices that a pool remembers: they prove themselves, may stand for the second factor, and may be lost.
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoDeviceClientId, demoDevicePool } from '../demo/demo-device-pool.ts';
import { demoPassword } from '../demo/demo-pool.ts';
import { deviceSalt, deviceTestBench, newDeviceIn } from './device-test-bench.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, resultOf } from './test-bench.ts';
import type { UserPool } from './user-pool.ts';

const noDevice = 'ResourceNotFoundException: Device does not exist.';
const invalidToken = 'NotAuthorizedException: Invalid Refresh Token.';
const incorrect = 'NotAuthorizedException: Incorrect username or password.';

let bench: ReturnType<typeof deviceTestBench>;
beforeEach(() => {
  bench = deviceTestBench();
});

/** The demo's pool with other rules, and vera with a telephone. */
function usePool(change: Partial<UserPool>): void {
  const pool = { ...demoDevicePool(), ...change };
  for (const user of pool.users) {
    user.attributes = { ...user.attributes, phone_number: '+15555550123' };
    user.enabledMfas = ['SMS_MFA'];
  }
  bench = deviceTestBench(pool);
}

describe('a remembered device', () => {
  test('proves itself, and is new no more', async () => {
    const device = await bench.confirmed();
    const verifier = await bench.firstHalf(device);
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
      SALT: deviceSalt.toString('hex'),
      USERNAME: 'vera',
    });
    const answer = await bench.ask('RespondToAuthChallenge', bench.secondHalf(verifier, device));
    expect(newDeviceIn(answer)).toBeNull();
    const { AccessToken, RefreshToken } = resultOf(answer);
    expect(decodeJwt(AccessToken)['device_key']).toBe(device.key);
    expect(await bench.refresh(RefreshToken, { DEVICE_KEY: device.key })).toBe('taken: tokens');
  });

  test.each([
    ['another password', { PASSWORD_CLAIM_SIGNATURE: 'AAAA' }],
    ['another device', { DEVICE_KEY: 'eu-west-1_00000000-0000-4000-8000-000000000000' }],
    ['another user', { USERNAME: 'viola' }],
    ['another time', { TIMESTAMP: 'Thu Mar 5 09:07:04 UTC 2026' }],
    ['another secret block', { PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' }],
  ])('is refused with %s, and cannot try twice', async (_name, special) => {
    const device = await bench.confirmed();
    const verifier = await bench.firstHalf(device);
    expect(await bench.refusal('RespondToAuthChallenge', bench.secondHalf(verifier, device, special))).toBe(incorrect);
    const again = await bench.refusal('RespondToAuthChallenge', bench.secondHalf(verifier, device));
    // Who guesses the block has not touched this attempt.
    expect(again).toBe('PASSWORD_CLAIM_SECRET_BLOCK' in special ? 'taken: tokens' : incorrect);
  });

  test('cannot use a proof twice', async () => {
    const device = await bench.confirmed();
    const proof = bench.secondHalf(await bench.firstHalf(device), device);
    expect(await bench.refusal('RespondToAuthChallenge', proof)).toBe('taken: tokens');
    expect(await bench.refusal('RespondToAuthChallenge', proof)).toBe(incorrect);
  });

  test('has three minutes', async () => {
    const device = await bench.confirmed();
    const verifier = await bench.firstHalf(device);
    bench.wait(181);
    expect(await bench.refusal('RespondToAuthChallenge', bench.secondHalf(verifier, device))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    );
  });

  test('may be named at the password’s proof only', async () => {
    const device = await bench.confirmed();
    const parameters = { USERNAME: 'vera', SRP_A: clientPublicHex };
    const begun = await bench.ask('InitiateAuth', bench.initiateAuth('USER_SRP_AUTH', parameters, demoDeviceClientId));
    const proof = proofFrom({
      parameters: parametersOf(begun),
      poolName: 'Dem0Dev3x',
      password: demoPassword,
      now: bench.now(),
    });
    expect(
      await bench.refusal('RespondToAuthChallenge', bench.respond(begun, { ...proof, DEVICE_KEY: device.key })),
    ).toBe('taken: DEVICE_SRP_AUTH');
  });

  test('that is lost is told so, and the same proof does without it', async () => {
    const device = await bench.confirmed();
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
      bench.refusal('RespondToAuthChallenge', bench.respond(begun, { ...proof, ...special }));
    expect(await answer({ DEVICE_KEY: device.key })).toBe(noDevice);
    expect(await answer({})).toBe('taken: tokens');
    expect(await bench.refusal('InitiateAuth', bench.begin({ DEVICE_KEY: device.key }))).toBe(noDevice);
    expect(await bench.refresh(device.tokens.RefreshToken, { DEVICE_KEY: device.key })).toBe(invalidToken);
  });

  test('that was never confirmed does not exist', async () => {
    const { key } = await bench.meet();
    expect(await bench.refusal('InitiateAuth', bench.begin({ DEVICE_KEY: key }))).toBe(noDevice);
  });
});

describe('a second factor', () => {
  const smsPool = { mfaConfiguration: 'OPTIONAL', enabledMfas: ['SMS_MFA'] } as const;

  test('is asked for of a new device, not of a remembered one', async () => {
    usePool(smsPool);
    expect(await bench.refusal('InitiateAuth', bench.begin())).toBe('taken: SMS_MFA');
    const device = await bench.confirmed();
    const verifier = await bench.firstHalf(device);
    expect(await bench.refusal('RespondToAuthChallenge', bench.secondHalf(verifier, device))).toBe('taken: tokens');
  });

  test('is asked for all the same where the pool says so, before the device', async () => {
    const deviceConfiguration = { challengeRequiredOnNewDevice: false, deviceOnlyRememberedOnUserPrompt: false };
    usePool({ ...smsPool, deviceConfiguration });
    const device = await bench.confirmed();
    const factor = await bench.ask('InitiateAuth', bench.begin({ DEVICE_KEY: device.key }));
    expect(factor['ChallengeName']).toBe('SMS_MFA');
    expect((await bench.withCode(factor))['ChallengeName']).toBe('DEVICE_SRP_AUTH');
  });
});

test('where users decide, a device is remembered on their word, and known before', async () => {
  const deviceConfiguration = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true };
  bench = deviceTestBench({ ...demoDevicePool(), deviceConfiguration });
  const device = await bench.meet();
  expect(await bench.ask('ConfirmDevice', bench.confirmation(device))).toEqual({ UserConfirmationNecessary: true });
  expect(await bench.refresh(device.tokens.RefreshToken, { DEVICE_KEY: device.key })).toBe('taken: tokens');
  const known = await bench.ask('InitiateAuth', bench.begin({ DEVICE_KEY: device.key }));
  expect(newDeviceIn(known)).toBeNull();
  const { AccessToken } = device.tokens;
  const status = { AccessToken, DeviceKey: device.key, DeviceRememberedStatus: 'remembered' };
  expect(await bench.ask('UpdateDeviceStatus', status)).toEqual({});
  expect(await bench.refusal('InitiateAuth', bench.begin({ DEVICE_KEY: device.key }))).toBe('taken: DEVICE_SRP_AUTH');
});
