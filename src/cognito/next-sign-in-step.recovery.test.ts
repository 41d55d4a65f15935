import { describe, expect, it } from 'vitest';
import { nextSignInStep } from './next-sign-in-step.ts';
import { recoveries } from './recovery/index.ts';
import type { FlowEvent } from './sign-in-flow.ts';
import { after, done, failed, pool } from './testing/sign-in-flow-bench.ts';

describe('who cannot sign in yet', () => {
  const recover: FlowEvent = {
    type: 'recover',
    recovery: 'forgot-password',
    authFlow: 'USER_SRP_AUTH',
    username: ' alice ',
  };
  const loaded: FlowEvent = { type: 'loaded', move: recoveries['forgot-password'] };
  const sent = done({ of: 'send-code', sentTo: 'a***@e***' });
  const typed: FlowEvent = { type: 'answered', answers: { CODE: '123 456', NEW_PASSWORD: 'N3w!pass' } };
  const confirmed = done({ of: 'confirm' });

  it('asks for a code, then for it and a new password, and is signed in with that', () => {
    expect(after(recover).effect).toEqual({ do: 'load', recovery: 'forgot-password' });
    expect(after(recover, loaded).effect).toMatchObject({
      call: { do: 'send-code', operation: 'ForgotPassword' },
      attempt: { username: 'alice' },
    });
    expect(after(recover, loaded, sent).state).toMatchObject({
      at: 'challenge',
      attempt: { forms: 2 },
      asked: { prompt: { help: expect.stringContaining('a***@e***'), resend: 'Send another code' } },
    });
    const confirming = after(recover, loaded, sent, typed);
    expect(confirming.effect).toMatchObject({
      call: { do: 'confirm', operation: 'ConfirmForgotPassword' },
      sends: { ConfirmationCode: '123456', Password: 'N3w!pass' },
    });
    expect(JSON.stringify(confirming.state)).not.toContain('N3w!pass');
    const signingIn = after(recover, loaded, sent, typed, confirmed);
    expect(signingIn.effect).toMatchObject({
      do: 'initiate',
      attempt: { authFlow: 'USER_SRP_AUTH', username: 'alice', hasPassword: true },
    });
    const refused = failed('InvalidParameterException', 'USER_SRP_AUTH flow not enabled for this client');
    expect(nextSignInStep(signingIn.state, refused, pool).state).toMatchObject({
      at: 'credentials',
      told: 'The new password is set.',
      failure: { retry: 'fix-connection' },
    });
  });

  it('can have another code sent, without losing the form', () => {
    const asking = after(recover, loaded, sent, { type: 'resend' });
    expect(asking.effect).toMatchObject({ call: { do: 'send-code', operation: 'ForgotPassword' } });
    expect(asking.state).toMatchObject({ at: 'working', asked: { prompt: { challengeName: 'FORGOT_PASSWORD' } } });
    expect(nextSignInStep(asking.state, sent, pool).state).toMatchObject({
      at: 'challenge',
      attempt: { forms: 2 },
      told: 'Another code is on its way to a***@e***. Only the newest counts.',
    });
    const limited = failed('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
    expect(nextSignInStep(asking.state, limited, pool).state).toMatchObject({
      at: 'challenge',
      failure: { retry: 'wait' },
    });
  });

  it.each([
    ['CodeMismatchException', 'Invalid verification code provided, please try again.', /have another one sent/],
    ['ExpiredCodeException', 'Invalid code provided, please request a code again.', /Have another code sent/],
    ['InvalidPasswordException', 'Password did not conform with policy: Password not long enough', /longer/],
  ] as const)('stays at the form after %s', (code, awsMessage, next) => {
    expect(after(recover, loaded, sent, typed, failed(code, awsMessage)).state).toMatchObject({
      at: 'challenge',
      attempt: { forms: 2 },
      failure: { next: expect.stringMatching(next), retry: 'same-form' },
    });
  });

  it('confirms a sign-up with the code that is there already, and is told so', () => {
    const confirmSignUp: FlowEvent[] = [
      { ...recover, recovery: 'confirm-sign-up' },
      { type: 'loaded', move: recoveries['confirm-sign-up'] },
    ];
    expect(after(...confirmSignUp).state).toMatchObject({ at: 'challenge', attempt: { forms: 2 } });
    const confirming = after(...confirmSignUp, { type: 'answered', answers: { CODE: '123-456' } });
    expect(confirming.effect).toMatchObject({
      call: { do: 'confirm', operation: 'ConfirmSignUp' },
      sends: { ConfirmationCode: '123456' },
    });
    expect(nextSignInStep(confirming.state, confirmed, pool).state).toEqual({
      at: 'credentials',
      told: expect.stringMatching(/confirmed/),
    });
    expect(after(...confirmSignUp, { type: 'resend' }).effect).toMatchObject({
      call: { do: 'send-code', operation: 'ResendConfirmationCode' },
    });
  });

  it('has to say who', () => {
    expect(after({ ...recover, username: ' ' })).toEqual({
      state: { at: 'credentials', failure: expect.objectContaining({ next: 'Fill in: user name.' }) },
    });
  });
});
