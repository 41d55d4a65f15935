import { describe, expect, it } from 'vitest';
import { nextSignInStep } from './next-sign-in-step.ts';
import type { FlowEvent } from './sign-in-flow.ts';
import {
  after,
  answers,
  challenge,
  done,
  failed,
  jwt,
  newPassword,
  pool,
  proved,
  start,
  tokens,
  tokensCame,
  verifier,
} from './testing/sign-in-flow-bench.ts';

describe('a second factor', () => {
  const answered = (typed: Record<string, string>): FlowEvent => ({ type: 'answered', answers: typed });
  const sms = challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+***0008', USER_ID_FOR_SRP: 'uuid-1' }, 's2');
  const setUp = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }, 's2');
  const associated = done({ of: 'associate-token', secretCode: 'ABCDEFGH', cognitoSession: 's3' });
  const verified = done({ of: 'verify-token', cognitoSession: 's4' });
  const mismatch = failed('CodeMismatchException', 'Invalid code or auth state for the user.');

  it('is a form, and its code goes without spaces and dashes', () => {
    const { effect } = after(start, verifier, proved, sms, answered({ SMS_MFA_CODE: ' 123-456 ' }));
    expect(effect).toMatchObject({
      call: { do: 'respond' },
      attempt: { challengeName: 'SMS_MFA', username: 'uuid-1', cognitoSession: 's2', forms: 2 },
      sends: { SMS_MFA_CODE: '123456' },
    });
  });

  it('can be answered again in place after a wrong code, and no more once Cognito has closed it', () => {
    const wrong = [start, sms, answered({ SMS_MFA_CODE: '1' }), mismatch];
    expect(after(...wrong).state).toMatchObject({ at: 'challenge', attempt: { forms: 2, cognitoSession: 's2' } });
    const spent = failed('NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
    expect(after(...wrong, answered({ SMS_MFA_CODE: '2' }), spent).state).toMatchObject({
      at: 'credentials',
      failure: { what: 'This step of the sign-in was answered already.' },
    });
  });

  it('that ends in any refusal of the user goes back to the password, whatever the words', () => {
    const refused = failed('NotAuthorizedException', 'Incorrect username or password.');
    expect(after(start, sms, answered({ SMS_MFA_CODE: '1' }), refused).state.at).toBe('credentials');
  });

  it('is set up in three calls, each with the newest continuation string', () => {
    const asksForSecret = after(start, setUp);
    expect(asksForSecret.effect).toMatchObject({ call: { do: 'associate-token' }, attempt: { cognitoSession: 's2' } });
    const shown = after(start, setUp, associated);
    expect(shown.state).toMatchObject({
      at: 'challenge',
      attempt: { cognitoSession: 's3', forms: 2 },
      asked: { prompt: { shows: [{ kind: 'authenticator', secret: 'ABCD EFGH' }] } },
    });
    const code = answered({ USER_CODE: '123 456' });
    const checks = nextSignInStep(shown.state, code, pool);
    expect(checks.effect).toMatchObject({
      call: { do: 'verify-token' },
      sends: { UserCode: '123456' },
      attempt: { cognitoSession: 's3' },
    });
    expect(checks.state).toMatchObject({ at: 'working', asked: { prompt: { challengeName: 'MFA_SETUP' } } });
    expect(nextSignInStep(checks.state, verified, pool).effect).toMatchObject({
      call: { do: 'respond' },
      sends: {},
      attempt: { challengeName: 'MFA_SETUP', cognitoSession: 's4', username: 'alice@example.com' },
    });
    expect(after(start, setUp, associated, code, verified, tokens()).state.at).toBe('signed-in');
  });

  it('that was set up with a wrong code keeps its secret for another', () => {
    const wrong = failed('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
    const again = [start, setUp, associated, answered({ USER_CODE: '1' }), wrong];
    expect(after(...again).state).toMatchObject({
      at: 'challenge',
      attempt: { cognitoSession: 's3', forms: 2 },
      failure: { retry: 'same-form' },
      asked: { prompt: { shows: [{ secret: 'ABCD EFGH' }] } },
    });
  });

  it('comes in chains: a new password, then a set-up, then tokens', () => {
    const chain = [start, newPassword, answers, setUp, associated];
    expect(after(...chain).state).toMatchObject({ at: 'challenge', attempt: { forms: 3, cognitoSession: 's3' } });
    const end = [...chain, answered({ USER_CODE: '123456' }), verified, tokens()];
    expect(after(...end).state.at).toBe('signed-in');
  });

  it('is chosen where there are several, and the choice leads to its form', () => {
    const select = challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' }, 's1');
    const step = after(start, select, answered({ ANSWER: 'SMS_MFA' }));
    expect(step.effect).toMatchObject({ sends: { ANSWER: 'SMS_MFA' }, attempt: { challengeName: 'SELECT_MFA_TYPE' } });
    expect(after(start, select, answered({ ANSWER: 'SMS_MFA' }), sms).state).toMatchObject({ attempt: { forms: 3 } });
    expect(after(start, select, answered({})).state).toMatchObject({ failure: { next: 'Fill in: Second factor.' } });
  });

  it('that cannot be set up here is said to be so', () => {
    const { state } = after(start, challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SMS_MFA"]' }));
    expect(state).toMatchObject({ at: 'unsupported', unsupported: { challengeName: 'MFA_SETUP' } });
  });
});

describe('CUSTOM_AUTH', () => {
  const custom = { ...start, authFlow: 'CUSTOM_AUTH' } as const;

  it('begins without a password too, and then asks for one where the triggers want it', () => {
    const bare = { ...custom, hasPassword: false };
    expect(after(bare).effect).toMatchObject({ do: 'initiate', attempt: { hasPassword: false } });
    expect(after(bare, verifier).state).toMatchObject({
      at: 'credentials',
      failure: { next: 'Fill in: password.' },
    });
  });

  it('asks one question after the other, each in a form of its own', () => {
    const question = challenge('CUSTOM_CHALLENGE', { question: 'Which colour?', USERNAME: 'uuid-1' }, 's');
    const answer: FlowEvent = { type: 'answered', answers: { ANSWER: 'blue' } };
    expect(after(custom, verifier, proved, question).state).toMatchObject({ attempt: { forms: 2 } });
    expect(after(custom, verifier, proved, question, answer, question).state).toMatchObject({ attempt: { forms: 3 } });
  });
});

describe('a device', () => {
  const device = { DeviceKey: 'eu-west-1_d', DeviceGroupKey: 'group' };
  const withDevice = tokensCame({
    IdToken: jwt({ 'cognito:username': 'alice' }),
    AccessToken: jwt({}),
    NewDeviceMetadata: device,
  });
  const forgotten = failed('ResourceNotFoundException', 'Device does not exist.');

  it('that the pool has met is confirmed before the sign-in ends', () => {
    const { state, effect } = after(start, withDevice);
    expect(state).toMatchObject({ at: 'working', awaited: { do: 'confirm-device' } });
    expect(effect).toMatchObject({ do: 'confirm-device', device: { key: 'eu-west-1_d', groupKey: 'group' } });
    expect(after(start, withDevice, { type: 'device-confirmed' }).state.at).toBe('signed-in');
  });

  it('that cannot be confirmed keeps nobody out', () => {
    expect(after(start, withDevice, failed('Unreachable')).state.at).toBe('signed-in');
  });

  it('is proved by SRP of its own, in two calls', () => {
    const asked = [start, verifier, proved, challenge('DEVICE_SRP_AUTH', {}, 's1')];
    expect(after(...asked).effect).toMatchObject({ call: { do: 'begin-srp' } });
    const begun = [...asked, done({ of: 'begin-srp', srpA: 'a1' })];
    expect(after(...begun).effect).toMatchObject({
      sends: { SRP_A: 'a1' },
      attempt: { challengeName: 'DEVICE_SRP_AUTH', cognitoSession: 's1', username: 'uuid-1' },
    });
    const parameters = { SALT: 'a1', SRP_B: 'b2', SECRET_BLOCK: 'c3==', DEVICE_KEY: 'eu-west-1_d', USERNAME: 'uuid-1' };
    const verifies = after(...begun, challenge('DEVICE_PASSWORD_VERIFIER', parameters, 's2'));
    expect(verifies.effect).toMatchObject({ call: { whose: 'device', request: { userIdForSrp: 'eu-west-1_d' } } });
    expect(nextSignInStep(verifies.state, proved, pool).effect).toMatchObject({
      sends: { PASSWORD_CLAIM_SIGNATURE: 'sig' },
      attempt: { challengeName: 'DEVICE_PASSWORD_VERIFIER', cognitoSession: 's2', username: 'uuid-1' },
    });
  });

  it.each<[string, FlowEvent[]]>([
    ['at the first call', [start, forgotten]],
    ['at the answer to the proof', [start, verifier, proved, forgotten]],
    [
      'at its own proof',
      [
        start,
        verifier,
        proved,
        challenge('DEVICE_SRP_AUTH', {}, 's1'),
        done({ of: 'begin-srp', srpA: 'a1' }),
        failed('NotAuthorizedException', 'Incorrect username or password.'),
      ],
    ],
  ])('that Cognito has forgotten %s: the sign-in begins anew, once', (_case, events) => {
    const step = after(...events);
    expect(step.effect).toMatchObject({ do: 'initiate', attempt: { username: 'alice@example.com', anew: true } });
    expect(step.effect).not.toHaveProperty('attempt.cognitoSession');
    expect(nextSignInStep(step.state, forgotten, pool).state).toMatchObject({ at: 'credentials' });
  });
});
