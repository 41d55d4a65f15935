import { describe, expect, it } from 'vitest';
import { begun } from '../testing/challenge-bench.ts';
import { loadChallenge } from './load-challenge.ts';

describe('the registry', () => {
  it.each([
    'PASSWORD_VERIFIER',
    'NEW_PASSWORD_REQUIRED',
    'SMS_MFA',
    'SOFTWARE_TOKEN_MFA',
    'EMAIL_OTP',
    'SELECT_MFA_TYPE',
    'MFA_SETUP',
    'CUSTOM_CHALLENGE',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
  ])('has %s', async (name) => {
    const challenge = await loadChallenge(name);
    expect(challenge.name).toBe(name);
    expect(challenge.begin({}, { username: 'alice', userPoolId: 'eu-west-1_A' })).not.toMatchObject({
      value: { move: 'give-up' },
    });
  });

  it.each(['WEB_AUTHN', 'SELECT_CHALLENGE', 'SMS_OTP', 'PASSWORD', 'ADMIN_NO_SRP_AUTH', 'BRAND_NEW', 'constructor'])(
    'has no %s, which is named to the person with what to do',
    async (name) => {
      expect(begun(await loadChallenge(name), {})).toEqual({
        move: 'give-up',
        unsupported: {
          challengeName: name,
          what: expect.stringContaining(name),
          next: expect.stringMatching(/^(?:Choose|Sign in).*\.$/),
        },
      });
    },
  );
});
