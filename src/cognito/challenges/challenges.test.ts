import { describe, expect, it } from 'vitest';
import { CognitoError } from '../cognito-error.ts';
import { challengeNamed } from './index.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { passwordVerifier } from './password-verifier.ts';
import { unsupportedChallenge } from './unsupported.ts';

function promptFor(parameters: Record<string, string>) {
  const read = newPasswordRequired.prompt(parameters);
  if (!read.ok) throw new Error(read.wrong);
  return read.value;
}
const required = (...names: string[]) => ({ requiredAttributes: JSON.stringify(names) });

describe('NEW_PASSWORD_REQUIRED', () => {
  it('asks for the password alone where nothing else is required', () => {
    for (const parameters of [{}, { requiredAttributes: '[]', userAttributes: '{"email":"a@b"}' }]) {
      expect(promptFor(parameters).fields).toEqual([
        { name: 'NEW_PASSWORD', label: 'New password', type: 'password', autocomplete: 'new-password', required: true },
      ]);
    }
  });

  it('asks for each required attribute, in the type that it has', () => {
    const { fields } = promptFor(
      required('userAttributes.email', 'userAttributes.birthdate', 'userAttributes.custom:team'),
    );
    expect(fields.slice(1)).toEqual([
      { name: 'userAttributes.email', label: 'E-mail address', type: 'email', autocomplete: 'email', required: true },
      { name: 'userAttributes.birthdate', label: 'Date of birth', type: 'date', autocomplete: 'bday', required: true },
      { name: 'userAttributes.custom:team', label: 'custom:team', type: 'text', autocomplete: 'off', required: true },
    ]);
  });

  it('leaves out what has a value, which Cognito would refuse', () => {
    const parameters = {
      ...required('userAttributes.email', 'userAttributes.name'),
      userAttributes: '{"email":"a@b","name":""}',
    };
    expect(promptFor(parameters).fields.map(({ name }) => name)).toEqual(['NEW_PASSWORD', 'userAttributes.name']);
  });

  it('sends the password as typed and attributes without spaces around them, and nothing that was not asked for', () => {
    const answers = { NEW_PASSWORD: ' N3w ', 'userAttributes.name': ' Nina ', other: 'x' };
    expect(newPasswordRequired.responses(answers, promptFor(required('userAttributes.name')))).toEqual({
      NEW_PASSWORD: ' N3w ',
      'userAttributes.name': 'Nina',
    });
  });

  it.each([{ requiredAttributes: 'no json' }, { requiredAttributes: '{}' }, { userAttributes: '[' }])(
    'is refused with malformed parameters: %o',
    (parameters) => {
      expect(newPasswordRequired.prompt(parameters)).toEqual({
        ok: false,
        wrong: expect.stringMatching(/is malformed$/),
      });
    },
  );

  const general = { what: 'w', why: 'y', next: 'n', retry: 'same-form' } as const;
  it.each([
    [
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have uppercase characters',
      /upper-case letter/,
    ],
    [
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have lowercase characters',
      /lower-case letter/,
    ],
    [
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have numeric characters',
      /digit/,
    ],
    [
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have symbol characters',
      /symbol/,
    ],
    ['InvalidPasswordException', 'Password did not conform with password policy: Password not long enough', /longer/],
    ['InvalidPasswordException', 'Something else', /^n$/],
    ['InvalidParameterException', 'Invalid attributes given, given_name is missing', /Fill in: Given name/],
    ['CodeMismatchException', 'x', /^n$/],
  ] as const)('says what to do about %s "%s"', (code, awsMessage, next) => {
    expect(newPasswordRequired.explain?.(new CognitoError(code, { awsMessage }), general).next).toMatch(next);
  });
});

describe('PASSWORD_VERIFIER', () => {
  const parameters = { SALT: '4d2f', SRP_B: '8f2E', SECRET_BLOCK: 'GN9/', USER_ID_FOR_SRP: 'alice', USERNAME: 'alice' };

  it('asks for the proof', () => {
    const value = { salt: '4d2f', srpB: '8f2E', secretBlock: 'GN9/', userIdForSrp: 'alice' };
    expect(passwordVerifier.request(parameters)).toEqual({ ok: true, value });
    expect(passwordVerifier.responses(value, { signature: 'sig', timestamp: 'Tue' })).toEqual({
      PASSWORD_CLAIM_SIGNATURE: 'sig',
      PASSWORD_CLAIM_SECRET_BLOCK: 'GN9/',
      TIMESTAMP: 'Tue',
    });
  });

  it.each([
    ['SALT', 'xyz'],
    ['SRP_B', ''],
    ['SRP_B', 'a'.repeat(771)],
    ['SECRET_BLOCK', ''],
    ['USER_ID_FOR_SRP', ''],
  ])('is refused where %s is "%s"', (name, value) => {
    const read = passwordVerifier.request({ ...parameters, [name]: value });
    expect(read).toEqual({ ok: false, wrong: expect.stringContaining(`the ${name} of its PASSWORD_VERIFIER`) });
  });
});

describe('the registry', () => {
  it.each(['PASSWORD_VERIFIER', 'NEW_PASSWORD_REQUIRED'])('has %s', (name) => {
    expect(challengeNamed(name)?.name).toBe(name);
  });

  it.each(['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA', 'CUSTOM_CHALLENGE', 'BRAND_NEW', 'constructor'])(
    'has no %s, which is named to the person',
    (name) => {
      expect(challengeNamed(name)).toBeUndefined();
      const { what, next } = unsupportedChallenge(name);
      expect(what).toContain(name);
      expect(next).toMatch(/\.$/);
    },
  );
});
