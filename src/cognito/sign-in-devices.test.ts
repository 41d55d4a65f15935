// Devices that a pool tracks, against the stand-in, which checks their proofs by arithmetic of its own.
import { describe, expect, it } from 'vitest';
import { demoDeviceClientId, demoDevicePoolId } from '../../stand-in/demo/demo-device-pool.ts';
import { createDevices } from './devices.ts';
import { byPassword, bySrp, signInBench, userIn } from './testing/sign-in-bench.ts';

const { standIn, attempt, asked } = signInBench();
const pool = { userPoolId: demoDevicePoolId, appClientId: demoDeviceClientId };

/** The operations since then; a proof of a device makes two RespondToAuthChallenge of its own. */
function count() {
  const since = standIn().levers.requests.length;
  return () => asked(since);
}

describe.each([
  ['SRP', bySrp, ['InitiateAuth', 'RespondToAuthChallenge']],
  ['password', byPassword, ['InitiateAuth']],
] as const)('a device, by %s', (_case, credentialsOf, password) => {
  it('is made known at the first sign-in, and proves itself at the next', async () => {
    const devices = createDevices();
    const first = count();
    const user = userIn(await attempt(credentialsOf('vera'), { ...pool, devices }));
    expect(first()).toEqual([...password, 'ConfirmDevice']);
    expect(user.device).toEqual({
      key: expect.stringMatching(/^eu-west-1_/),
      groupKey: expect.any(String),
      password: expect.any(String),
    });

    const second = count();
    const again = userIn(await attempt(credentialsOf('vera'), { ...pool, devices }));
    expect(second()).toEqual([...password, 'RespondToAuthChallenge', 'RespondToAuthChallenge']);
    expect(again.device).toBe(user.device);
  });

  it('that Cognito has forgotten is dropped, and another made known in its place', async () => {
    const devices = createDevices();
    const { device } = userIn(await attempt(credentialsOf('vera'), { ...pool, devices }));
    standIn().levers.forgetDevices('vera');
    const since = count();
    const again = userIn(await attempt(credentialsOf('vera'), { ...pool, devices }));
    expect(again.device?.key).not.toBe(device?.key);
    expect(since().filter((operation) => operation === 'InitiateAuth')).toHaveLength(2);
    expect(since().at(-1)).toBe('ConfirmDevice');
  });
});

it('a device that cannot be confirmed keeps nobody out', async () => {
  const devices = createDevices();
  const set = standIn().levers.misbehave({ target: 'cognito', operation: 'ConfirmDevice' }, { kind: 'drop' });
  const user = userIn(await attempt(byPassword('vera'), { ...pool, devices }));
  set.remove();
  expect(user.device).toBeUndefined();
  expect((await attempt(byPassword('vera'), { ...pool, devices })).step).toBe('signed-in');
});
