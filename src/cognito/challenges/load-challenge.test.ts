import { describe, expect, it } from 'vitest';
import { loadChallenge } from './load-challenge.ts';
import { unsupportedChallenge } from './unsupported.ts';

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
    expect((await loadChallenge(name))?.name).toBe(name);
  });

  it.each(['WEB_AUTHN', 'SELECT_CHALLENGE', 'SMS_OTP', 'PASSWORD', 'ADMIN_NO_SRP_AUTH', 'BRAND_NEW', 'constructor'])(
    'has no %s, which is named to the person with what to do',
    async (name) => {
      expect(await loadChallenge(name)).toBeUndefined();
      const { what, next } = unsupportedChallenge(name);
      expect(what).toContain(name);
      expect(next).toMatch(/^(?:Choose|Sign in).*\.$/);
    },
  );
});
