import { describe, expect, it } from 'vitest';
import { CognitoError } from '../cognito-error.ts';
import { newPasswordRequired } from './new-password-required.ts';
import { begun, formOf, user } from '../testing/challenge-bench.ts';

const formFor = (parameters: Record<string, string>) => formOf(begun(newPasswordRequired, parameters));
const promptFor = (parameters: Record<string, string>) => formFor(parameters).prompt;
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
    expect(formFor(required('userAttributes.name')).answered(answers)).toMatchObject({
      call: { do: 'respond' },
      sends: { NEW_PASSWORD: ' N3w ', 'userAttributes.name': 'Nina' },
    });
  });

  it.each([{ requiredAttributes: 'no json' }, { requiredAttributes: '{}' }, { userAttributes: '[' }])(
    'is refused with malformed parameters: %o',
    (parameters) => {
      expect(newPasswordRequired.begin(parameters, user)).toEqual({
        ok: false,
        wrong: expect.stringMatching(/is missing or malformed$/),
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
    expect(formFor({}).explain?.(new CognitoError(code, { awsMessage }), general).next).toMatch(next);
  });
});
