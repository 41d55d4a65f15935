import { describe, expect, it } from 'vitest';
import { explainSignInError } from './explain-sign-in-error.ts';
import { nextSignInStep } from './next-sign-in-step.ts';
import { recoveries } from './recovery/index.ts';
import { atCredentials, type FlowEvent, type FlowState, type FlowStep } from './sign-in-flow.ts';
import {
  after,
  answers,
  challenge,
  done,
  failed,
  newPassword,
  pool,
  proved,
  start,
  tokens,
  tokensCame,
  verifier,
} from './testing/sign-in-flow-bench.ts';

describe('the sign-in', () => {
  it('begins with the name as typed, without the spaces around it', () => {
    const { state, effect } = after(start);
    const attempt = { authFlow: 'USER_SRP_AUTH', username: 'alice@example.com', forms: 1 };
    expect(state).toMatchObject({ at: 'working', awaited: { do: 'initiate' }, attempt });
    expect(effect).toMatchObject({ do: 'initiate', attempt });
  });

  it.each([
    ['', true, 'Fill in: user name.'],
    ['  ', false, 'Fill in: user name and password.'],
    ['alice', false, 'Fill in: password.'],
  ])('asks nobody with name "%s" and a password %s', (username, hasPassword, next) => {
    const { state, effect } = after({ type: 'start', authFlow: 'USER_SRP_AUTH', username, hasPassword });
    expect(state).toMatchObject({ at: 'credentials', failure: { next, retry: 'same-form' } });
    expect(effect).toBeUndefined();
  });

  it('proves the password, then answers under the real user name', () => {
    expect(after(start, verifier).effect).toMatchObject({
      do: 'call',
      call: {
        do: 'prove',
        whose: 'user',
        request: { salt: 'a1', srpB: 'b2', secretBlock: 'c3==', userIdForSrp: 'uuid-1' },
      },
    });
    expect(after(start, verifier, proved).effect).toMatchObject({
      do: 'call',
      call: { do: 'respond' },
      attempt: { challengeName: 'PASSWORD_VERIFIER', username: 'uuid-1' },
      sends: {
        PASSWORD_CLAIM_SIGNATURE: 'sig',
        PASSWORD_CLAIM_SECRET_BLOCK: 'c3==',
        TIMESTAMP: 'Tue Mar 5 09:07:03 UTC 2024',
      },
    });
  });

  it('ends with the tokens, and the name that people know', () => {
    expect(after(start, tokens()).state).toMatchObject({
      at: 'signed-in',
      user: { username: 'alice', tokens: { refreshToken: 'r' }, authFlow: 'USER_SRP_AUTH' },
    });
    // Pools that sign in by e-mail name their users by sub.
    expect(after(start, tokens({ 'cognito:username': 'sub-1' })).state).toMatchObject({
      user: { username: 'alice@example.com' },
    });
  });

  it('asks for a new password, and answers with the session of that challenge', () => {
    const asked = after(start, verifier, proved, newPassword);
    expect(asked.state).toMatchObject({
      at: 'challenge',
      attempt: { forms: 2 },
      asked: { prompt: { challengeName: 'NEW_PASSWORD_REQUIRED' } },
    });
    expect(asked.effect).toBeUndefined();
    expect(after(start, newPassword, answers).effect).toMatchObject({
      do: 'call',
      call: { do: 'respond' },
      attempt: { challengeName: 'NEW_PASSWORD_REQUIRED', username: 'uuid-1', cognitoSession: 'session-1' },
      sends: { NEW_PASSWORD: 'N3w!pass', 'userAttributes.name': 'Nina' },
    });
    expect(after(start, newPassword, answers, tokens()).state.at).toBe('signed-in');
  });

  it('keeps the real name over challenges that do not repeat it, and never sends an old session again', () => {
    const { effect } = after(start, newPassword, answers, challenge('NEW_PASSWORD_REQUIRED'), answers);
    expect(effect).toMatchObject({ attempt: { username: 'uuid-1' } });
    expect(effect).not.toHaveProperty('attempt.cognitoSession');
  });

  it('takes the name of the challenge where there is no USER_ID_FOR_SRP', () => {
    const { state } = after(start, challenge('CUSTOM_CHALLENGE', { USERNAME: 'real' }));
    expect(state).toMatchObject({ attempt: { username: 'real' } });
  });

  it('holds no password in any state', () => {
    const states = [
      after(start),
      after(start, verifier),
      after(start, newPassword),
      after(start, newPassword, answers),
    ];
    expect(JSON.stringify(states.map(({ state }) => state))).not.toContain('N3w!pass');
  });

  it('says so where it meets a challenge it cannot answer', () => {
    const { state, effect } = after(start, verifier, proved, challenge('WEB_AUTHN', {}, 's'));
    expect(state).toMatchObject({ at: 'unsupported', unsupported: { challengeName: 'WEB_AUTHN' } });
    expect(effect).toBeUndefined();
  });
});

describe('a failure', () => {
  const wrongPassword = failed('NotAuthorizedException', 'Incorrect username or password.');

  it.each<[string, FlowEvent[]]>([
    ['at the first call', [start, wrongPassword]],
    ['at the proof', [start, verifier, wrongPassword]],
    ['at the answer to the proof', [start, verifier, proved, wrongPassword]],
  ])('%s goes back to user name and password', (_case, events) => {
    expect(after(...events).state).toMatchObject({
      at: 'credentials',
      failure: { awsMessage: 'Incorrect username or password.' },
    });
  });

  it.each([
    [
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have uppercase characters',
      /upper-case/,
    ],
    ['InvalidParameterException', 'Invalid attributes given, email is missing', /E-mail address/],
    ['Unreachable', undefined, /network/],
    ['TooManyRequestsException', 'Rate exceeded', /Wait/],
  ] as const)('%s leaves the form of a challenge for another try', (code, awsMessage, next) => {
    const { state } = after(start, newPassword, answers, failed(code, awsMessage));
    expect(state).toMatchObject({
      at: 'challenge',
      failure: { next: expect.stringMatching(next) },
      attempt: { cognitoSession: 'session-1' },
    });
    expect(nextSignInStep(state, answers, pool).effect).toMatchObject({
      call: { do: 'respond' },
      attempt: { cognitoSession: 'session-1' },
    });
  });

  it.each([
    'Invalid session for the user.',
    'Invalid session for the user, session is expired.',
    'Invalid session for the user, session can only be used once.',
  ])('"%s" goes back to the password, with the reason', (awsMessage) => {
    const { state } = after(start, newPassword, answers, failed('NotAuthorizedException', awsMessage));
    expect(state).toMatchObject({ at: 'credentials', failure: { awsMessage, retry: 'start-over' } });
  });

  it('of a form left half empty asks nobody', () => {
    const { state, effect } = after(start, newPassword, {
      type: 'answered',
      answers: { NEW_PASSWORD: 'x', 'userAttributes.name': ' ' },
    });
    expect(state).toMatchObject({ at: 'challenge', failure: { next: 'Fill in: Name.' } });
    expect(effect).toBeUndefined();
  });

  it.each<[string, FlowEvent]>([
    ['a PASSWORD_VERIFIER without a salt', challenge('PASSWORD_VERIFIER', { SRP_B: 'b2' })],
    ['a NEW_PASSWORD_REQUIRED that is no JSON', challenge('NEW_PASSWORD_REQUIRED', { requiredAttributes: '<' })],
    ['tokens that are none', tokensCame({ IdToken: 'x', AccessToken: 'y' })],
  ])('is what %s ends in', (_case, event) => {
    const { state, effect } = after(start, event);
    if (effect?.do !== 'fail') throw new Error('That was not taken as a failure.');
    const next = nextSignInStep(
      state,
      { type: 'failed', error: effect.error, explain: explainSignInError, withSecret: false },
      pool,
    );
    expect(next.state).toMatchObject({
      at: 'credentials',
      failure: { what: expect.stringContaining('not as Cognito does') },
    });
  });
});

describe('an event that does not belong', () => {
  it.each<[string, FlowState, FlowEvent]>([
    ['a late reply', atCredentials, tokens()],
    ['a late proof', atCredentials, proved],
    ['a late failure', atCredentials, failed('Unreachable')],
    ['another call’s outcome', after(start, verifier).state, done({ of: 'confirm' })],
    ['tokens in the middle of a proof', after(start, verifier).state, tokens()],
    ['a form out of turn', after(start).state, { type: 'loaded', move: recoveries['confirm-sign-up'] }],
    ['a device out of turn', after(start).state, { type: 'device-confirmed' }],
    ['another code where none is offered', after(start, newPassword).state, { type: 'resend' }],
    ['an answer before any question', after(start).state, answers],
    ['a second answer', after(start, newPassword, answers).state, answers],
  ])('changes nothing: %s', (_case, state, event) => {
    expect(nextSignInStep(state, event, pool)).toEqual({ state });
  });

  it.each<[string, FlowStep]>([
    ['a call', after(start)],
    ['a challenge', after(start, newPassword)],
    ['the end', after(start, tokens())],
  ])('is not "left", which goes back from %s', (_case, { state }) => {
    expect(nextSignInStep(state, { type: 'left' }, pool)).toEqual({ state: atCredentials });
  });
});
