import { expect, it } from 'vitest';
import { createDevices } from './devices.ts';

const pool = { userPoolId: 'eu-west-1_A', appClientId: 'client', cognitoEndpoint: 'https://cognito.example/' };
const device = { key: 'eu-west-1_d', groupKey: 'g', password: 'p' };

it('a device is found by every name of its user at the same client, and by nobody else', () => {
  const devices = createDevices();
  devices.keep(pool, ['alice@example.com', 'uuid-1'], device);
  expect(devices.of(pool, 'alice@example.com')).toBe(device);
  expect(devices.of(pool, 'uuid-1')).toBe(device);
  expect(devices.of(pool, 'bob')).toBeUndefined();
  for (const other of [
    { ...pool, appClientId: 'other' },
    { ...pool, userPoolId: 'eu-west-1_B' },
    { ...pool, cognitoEndpoint: 'https://elsewhere.example/' },
  ]) {
    expect(devices.of(other, 'alice@example.com')).toBeUndefined();
  }
});

it('a forgotten device is forgotten under every name, and the user’s newer one is not', () => {
  const devices = createDevices();
  devices.keep(pool, ['alice', 'uuid-1'], device);
  devices.forget(pool, { ...device, key: 'eu-west-1_other' });
  expect(devices.of(pool, 'alice')).toBe(device);
  devices.forget(pool, device);
  expect([devices.of(pool, 'alice'), devices.of(pool, 'uuid-1')]).toEqual([undefined, undefined]);
});
