// Devices that a pool tracks: met, confirmed, needed for each renewal. What no honest client sends is sent here; the honest one
// is in devices-by-stock-clients.test.ts.
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoDevicePool } from '../demo/demo-device-pool.ts';
import { deviceTestBench, newDeviceIn, type MetDevice } from './device-test-bench.ts';
import { resultOf } from './test-bench.ts';

const noDevice = 'ResourceNotFoundException: Device does not exist.';
const invalidToken = 'NotAuthorizedException: Invalid Refresh Token.';

let bench: ReturnType<typeof deviceTestBench>;
beforeEach(() => {
  bench = deviceTestBench();
});

describe('a new device', () => {
  test('is told with the tokens, and named in the access token', async () => {
    const { key, groupKey, tokens } = await bench.meet();
    expect(key).toMatch(/^eu-west-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(groupKey).toMatch(/^-[0-9A-Za-z]{8}$/);
    expect(decodeJwt(tokens.AccessToken)['device_key']).toBe(key);
    expect(decodeJwt(tokens.IdToken)).not.toHaveProperty('device_key');
  });

  test('is another one each time, in the same group', async () => {
    const [one, other] = [await bench.meet(), await bench.meet()];
    expect(one.key).not.toBe(other.key);
    expect(one.groupKey).toBe(other.groupKey);
  });

  test('buys no new tokens until it is confirmed, and only under its own key', async () => {
    const device = await bench.meet();
    const { RefreshToken: token } = device.tokens;
    expect(await bench.refresh(token, { DEVICE_KEY: device.key })).toBe(invalidToken);
    expect(await bench.exchange(token, { DeviceKey: device.key })).toBe(invalidToken);
    await bench.ask('ConfirmDevice', bench.confirmation(device));
    const other = await bench.confirmed();
    for (const [DEVICE_KEY, expected] of [
      [device.key, 'taken: tokens'],
      [other.key, invalidToken],
      ['', invalidToken],
    ] as const) {
      expect(await bench.refresh(token, { DEVICE_KEY })).toBe(expected);
    }
    expect(await bench.refresh(token)).toBe(invalidToken);
    expect(await bench.exchange(token)).toBe(invalidToken);
    expect(await bench.exchange(token, { DeviceKey: device.key })).toBe('taken: tokens');
  });
});

describe('ConfirmDevice', () => {
  test('needs no word of the user where devices are always remembered', async () => {
    const device = await bench.meet();
    expect(await bench.ask('ConfirmDevice', bench.confirmation(device))).toEqual({ UserConfirmationNecessary: false });
    expect(await bench.ask('ListDevices', { AccessToken: device.tokens.AccessToken })).toMatchObject({
      Devices: [{ DeviceKey: device.key }],
    });
  });

  test.each<[string, (device: MetDevice, other: MetDevice) => object, string]>([
    [
      'a second time',
      (_device, other) => bench.confirmation(other),
      'DeviceKeyExistsException: Device key already exists.',
    ],
    [
      'a device of another sign-in',
      (device, other) => bench.confirmation(device, { AccessToken: other.tokens.AccessToken }),
      'InvalidParameterException: Invalid device key given.',
    ],
    [
      'an invented device',
      (device) => bench.confirmation(device, { DeviceKey: 'eu-west-1_00000000-0000-4000-8000-000000000000' }),
      'InvalidParameterException: Invalid device key given.',
    ],
    [
      'without a verifier',
      (device) => bench.confirmation(device, { DeviceSecretVerifierConfig: undefined }),
      'InvalidParameterException: Invalid device secret verifier config given.',
    ],
    [
      'with an empty salt',
      (device) => bench.confirmation(device, { DeviceSecretVerifierConfig: { Salt: '', PasswordVerifier: 'AQ==' } }),
      'InvalidParameterException: Invalid device secret verifier config given.',
    ],
    [
      'without being signed in',
      (device) => bench.confirmation(device, { AccessToken: 'text' }),
      'NotAuthorizedException: Invalid Access Token',
    ],
  ])('is refused %s', async (_name, request, expected) => {
    const [device, other] = [await bench.meet(), await bench.confirmed()];
    expect(await bench.refusal('ConfirmDevice', request(device, other))).toBe(expected);
  });

  test('makes nothing known that another user could name', async () => {
    const { key } = await bench.confirmed();
    bench.pool.users.push({ ...bench.user('vera'), username: 'viola', sub: 'x', attributes: {} });
    expect(await bench.refusal('InitiateAuth', bench.begin({ USERNAME: 'viola', DEVICE_KEY: key }))).toBe(noDevice);
  });
});

test('where devices are not tracked, none is met, and a key says nothing', async () => {
  const { deviceConfiguration: _none, ...untracked } = demoDevicePool();
  bench = deviceTestBench(untracked);
  const answer = await bench.ask('InitiateAuth', bench.begin({ DEVICE_KEY: 'eu-west-1_0' }));
  expect(newDeviceIn(answer)).toBeNull();
  expect(decodeJwt(resultOf(answer).AccessToken)).not.toHaveProperty('device_key');
  expect(await bench.refresh(resultOf(answer).RefreshToken)).toBe('taken: tokens');
});
