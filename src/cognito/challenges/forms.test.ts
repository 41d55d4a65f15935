// The challenges that are a form for the person.
import { describe, expect, it } from 'vitest';
import { CognitoError } from '../cognito-error.ts';
import type { Explanation } from '../explanation.ts';
import { answersFrom } from './answers-from.ts';
import type { Challenge, ChallengePrompt } from './challenge.ts';
import { customChallenge } from './custom-challenge.ts';
import { emailOtp } from './email-otp.ts';
import { mfaSetup } from './mfa-setup.ts';
import { selectMfaType } from './select-mfa-type.ts';
import { smsMfa } from './sms-mfa.ts';
import { softwareTokenMfa } from './software-token-mfa.ts';
import { begun, formOf, user } from '../testing/challenge-bench.ts';

const general: Explanation = { what: 'w', why: 'y', next: 'n', retry: 'same-form' };
const refusal = (code: 'CodeMismatchException' | 'NotAuthorizedException', awsMessage: string) =>
  new CognitoError(code, { awsMessage });

describe('a code', () => {
  it.each<[string, Challenge, Record<string, string>, RegExp]>([
    ['SMS_MFA', smsMfa, { CODE_DELIVERY_DESTINATION: '+*******0008' }, /sent it to \+\*{7}0008\./],
    ['SMS_MFA', smsMfa, {}, /phone number/],
    ['EMAIL_OTP', emailOtp, { CODE_DELIVERY_DESTINATION: 'j***@g***' }, /sent it to j\*{3}@g\*{3}\./],
    ['EMAIL_OTP', emailOtp, {}, /e-mail address/],
    ['SOFTWARE_TOKEN_MFA', softwareTokenMfa, { FRIENDLY_DEVICE_NAME: 'Phone' }, /six digits.*“Phone”/],
    ['SOFTWARE_TOKEN_MFA', softwareTokenMfa, {}, /six digits/],
  ])('is asked for by %s, with where to find it', (challengeName, challenge, parameters, help) => {
    const form = formOf(begun(challenge, parameters));
    expect(form.prompt).toMatchObject({ challengeName, help: expect.stringMatching(help) });
    const name = `${challengeName}_CODE`;
    expect(form.prompt.fields).toEqual([
      { name, label: 'Code', type: 'code', autocomplete: 'one-time-code', required: true },
    ]);
    expect(form.answered({ [name]: '123456' })).toMatchObject({
      call: { do: 'respond' },
      sends: { [name]: '123456' },
    });
  });

  it('of an authenticator app that is wrong may be the clock’s fault', () => {
    const form = formOf(begun(softwareTokenMfa, {}));
    expect(form.explain?.(refusal('CodeMismatchException', 'x'), general).next).toMatch(/clock/);
  });
});

describe('SELECT_MFA_TYPE', () => {
  it('is a choice between the factors that the user has', () => {
    const factors = '["SMS_MFA","SOFTWARE_TOKEN_MFA","EMAIL_OTP","EMAIL_MFA","PIGEON_MFA"]';
    const form = formOf(begun(selectMfaType, { MFAS_CAN_CHOOSE: factors }));
    const [field] = form.prompt.fields;
    expect(field?.type === 'choice' && field.options.map(({ value, label }) => [value, label])).toEqual([
      ['SMS_MFA', 'Text message'],
      ['SOFTWARE_TOKEN_MFA', 'Authenticator app'],
      ['EMAIL_OTP', 'E-mail'],
      ['EMAIL_MFA', 'E-mail'],
      ['PIGEON_MFA', 'PIGEON_MFA'],
    ]);
    expect(form.answered({ ANSWER: 'EMAIL_MFA' })).toMatchObject({ sends: { ANSWER: 'EMAIL_MFA' } });
  });

  it.each([{}, { MFAS_CAN_CHOOSE: '[]' }, { MFAS_CAN_CHOOSE: 'SMS_MFA' }])('is refused with %o', (parameters) => {
    const wrong = 'the MFAS_CAN_CHOOSE of its SELECT_MFA_TYPE challenge is missing or malformed';
    expect(selectMfaType.begin(parameters, user)).toEqual({ ok: false, wrong });
  });
});

describe('CUSTOM_CHALLENGE', () => {
  it('shows what the trigger has made public, and nothing of Cognito’s own', () => {
    const form = formOf(begun(customChallenge, { question: 'Which <b>colour</b>?', USERNAME: 'uuid-1', hint: 'sky' }));
    expect(form.prompt.shows).toEqual([
      { kind: 'text', label: 'question', value: 'Which <b>colour</b>?' },
      { kind: 'text', label: 'hint', value: 'sky' },
    ]);
    expect(form.answered({ ANSWER: ' blue ' })).toMatchObject({ sends: { ANSWER: ' blue ' } });
  });

  it('says so where nothing is public', () => {
    expect(formOf(begun(customChallenge, { USERNAME: 'uuid-1' })).prompt.help).toMatch(/nothing public/);
  });

  it('that ended with a wrong answer is not told as a wrong password', () => {
    const { explain } = formOf(begun(customChallenge, {}));
    const ended = explain?.(refusal('NotAuthorizedException', 'Incorrect username or password.'), general);
    expect(ended).toMatchObject({ what: expect.stringMatching(/did not accept the answer/), retry: 'start-over' });
    expect(explain?.(refusal('NotAuthorizedException', 'Invalid session for the user.'), general)).toBe(general);
  });
});

describe('MFA_SETUP', () => {
  const setUp = (...factors: string[]) => begun(mfaSetup, { MFAS_CAN_SETUP: JSON.stringify(factors) });
  const appFormAfter = (move = setUp('SOFTWARE_TOKEN_MFA')) => {
    if (move.move !== 'call' || move.call.do !== 'associate-token') throw new Error('No secret is asked for.');
    return formOf(move.call.next('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'));
  };

  it('of an authenticator app asks Cognito for a secret, and shows it in two ways', () => {
    const { prompt } = appFormAfter();
    const [part] = prompt.shows ?? [];
    expect(part).toEqual({
      kind: 'authenticator',
      secret: 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP',
      uri: 'otpauth://totp/Cognito%20eu-west-1_AbC:alice%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cognito%20eu-west-1_AbC',
    });
    expect(prompt.fields).toMatchObject([{ name: 'USER_CODE', type: 'code' }]);
  });

  it('of an authenticator app verifies the code, and answers after that', () => {
    const move = appFormAfter().answered({ USER_CODE: '123456' });
    if (move.move !== 'call' || move.call.do !== 'verify-token') throw new Error('Nothing is verified.');
    expect(move.sends).toEqual({ UserCode: '123456' });
    expect(move.call.next()).toMatchObject({ call: { do: 'respond' }, sends: {} });
  });

  it('is a choice where e-mail can be set up as well', () => {
    const form = formOf(setUp('EMAIL_OTP', 'SOFTWARE_TOKEN_MFA', 'SMS_MFA'));
    const [field] = form.prompt.fields;
    expect(field?.type === 'choice' && field.options.map(({ value }) => value)).toEqual([
      'SOFTWARE_TOKEN_MFA',
      'EMAIL_OTP',
    ]);
    expect(appFormAfter(form.answered({ FACTOR: 'SOFTWARE_TOKEN_MFA' })).prompt.title).toMatch(/authenticator/);
    expect(formOf(form.answered({ FACTOR: 'EMAIL_OTP' })).prompt.fields).toMatchObject([{ name: 'EMAIL' }]);
  });

  it('of e-mail alone asks for the address', () => {
    const form = formOf(setUp('EMAIL_OTP'));
    expect(form.answered({ EMAIL: ' a@b.example ' })).toMatchObject({ sends: { EMAIL: 'a@b.example' } });
  });

  it('of a phone number cannot be done here, and says what can', () => {
    const move = setUp('SMS_MFA');
    expect(move).toMatchObject({
      move: 'give-up',
      unsupported: { what: expect.stringContaining('SMS_MFA'), next: expect.stringMatching(/administrator/) },
    });
  });

  it('is refused where its list is none', () => {
    expect(mfaSetup.begin({ MFAS_CAN_SETUP: 'x' }, user)).toMatchObject({ ok: false });
  });
});

describe('answers', () => {
  const prompt: ChallengePrompt = {
    challengeName: 'X',
    title: '',
    help: '',
    submit: '',
    doing: '',
    fields: [
      { name: 'code', label: 'Code', type: 'code', autocomplete: 'one-time-code', required: true },
      { name: 'choice', label: 'Choice', type: 'choice', required: true, options: [{ value: 'A', label: 'a' }] },
      { name: 'more', label: 'More', type: 'text', autocomplete: 'off', required: false },
    ],
  };

  it.each(['123 456', '123-456', ' 123456\n', '123\u2013456', '1\u00a02\u200b3 4-5-6', '123\u2011456\t'])(
    'take %j for 123456',
    (code) => {
      expect(answersFrom({ code, choice: 'A' }, prompt)).toEqual({
        answers: { code: '123456', choice: 'A', more: '' },
        missing: [],
      });
    },
  );

  it('lack what is empty, dashes only, or not among the choices', () => {
    expect(answersFrom({ code: ' - ', choice: 'B', other: 'x' }, prompt).missing).toEqual(['Code', 'Choice']);
  });
});
