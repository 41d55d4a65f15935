// The challenges that this app answers by itself.
import { describe, expect, it } from 'vitest';
import type { Move } from './challenge.ts';
import { devicePasswordVerifier } from './device-password-verifier.ts';
import { deviceSrpAuth } from './device-srp-auth.ts';
import { passwordVerifier } from './password-verifier.ts';
import { begun, user } from '../testing/challenge-bench.ts';

const srp = { SALT: '4d2f', SRP_B: '8f2E', SECRET_BLOCK: 'GN9/' };
const proved = { signature: 'sig', timestamp: 'Tue' };

const afterProof = (move: Move) =>
  move.move === 'call' && move.call.do === 'prove' ? move.call.next(proved) : undefined;

describe.each([
  ['PASSWORD_VERIFIER', passwordVerifier, 'user', { USER_ID_FOR_SRP: 'alice', USERNAME: 'alice' }, 'USER_ID_FOR_SRP'],
  [
    'DEVICE_PASSWORD_VERIFIER',
    devicePasswordVerifier,
    'device',
    { DEVICE_KEY: 'eu-west-1_1', USERNAME: 'alice' },
    'DEVICE_KEY',
  ],
] as const)('%s', (name, challenge, whose, names, id) => {
  const parameters: Record<string, string> = { ...srp, ...names };

  it('asks for the proof, and answers with it', () => {
    const move = begun(challenge, parameters);
    expect(move).toMatchObject({
      move: 'call',
      call: {
        do: 'prove',
        whose,
        request: { salt: '4d2f', srpB: '8f2E', secretBlock: 'GN9/', userIdForSrp: parameters[id] },
      },
    });
    expect(afterProof(move)).toMatchObject({
      call: { do: 'respond' },
      sends: { PASSWORD_CLAIM_SIGNATURE: 'sig', PASSWORD_CLAIM_SECRET_BLOCK: 'GN9/', TIMESTAMP: 'Tue' },
    });
  });

  it.each([
    ['SALT', 'xyz'],
    ['SRP_B', ''],
    ['SRP_B', 'a'.repeat(771)],
    ['SECRET_BLOCK', ''],
    [id, ''],
  ])('is refused where %s is "%s"', (parameter, value) => {
    const read = challenge.begin({ ...parameters, [parameter]: value }, user);
    expect(read).toEqual({ ok: false, wrong: expect.stringContaining(`the ${parameter} of its ${name}`) });
  });
});

it('DEVICE_SRP_AUTH is answered with a fresh A', () => {
  const move = begun(deviceSrpAuth, {});
  const next = move.move === 'call' && move.call.do === 'begin-srp' ? move.call.next('a1') : undefined;
  expect(next).toMatchObject({ call: { do: 'respond' }, sends: { SRP_A: 'a1' } });
});
