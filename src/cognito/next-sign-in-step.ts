// What follows in a sign-in: (state, event) gives a state and at most one effect. Pure.

import { answersFrom } from './challenges/answers-from.ts';
import type { Answers, Form, Move } from './challenges/challenge.ts';
import { passwordVerifier } from './challenges/password-verifier.ts';
import { CognitoError } from './cognito-error.ts';
import type { ChallengeReply } from './cognito-replies.ts';
import { isForgottenDevice, newDeviceFrom } from './device.ts';
import type { Explanation } from './explanation.ts';
import {
  atCredentials,
  type Attempt,
  type Awaited,
  type FlowEvent,
  type FlowState,
  type FlowStep,
  type Outcome,
  type SignInPool,
} from './sign-in-flow.ts';
import { tokensFrom } from './tokens.ts';

type Working = Extract<FlowState, { at: 'working' }>;
type Event<Type> = Extract<FlowEvent, { type: Type }>;

/** An event that does not belong to the state (a click too many, a late reply) leaves it as it is. */
export function nextSignInStep(state: FlowState, event: FlowEvent, pool: SignInPool): FlowStep {
  switch (event.type) {
    case 'start':
      return started(event);
    case 'recover':
      return recovering(event);
    case 'left':
      return { state: atCredentials };
    case 'answered':
      return state.at === 'challenge' ? answered(state.attempt, state.asked, event.answers) : { state };
    case 'resend':
      return state.at === 'challenge' && state.asked.resend !== undefined
        ? moved(state.attempt, state.asked.resend, state.asked)
        : { state };
    case 'loaded':
    case 'tokens-came':
    case 'challenged':
    case 'done':
    case 'device-confirmed':
    case 'failed':
      return state.at === 'working' ? wentOn(state, event, pool) : { state };
    default:
      return event satisfies never;
  }
}

type OutcomeEvent = Event<'loaded' | 'tokens-came' | 'challenged' | 'done' | 'device-confirmed' | 'failed'>;

function wentOn(state: Working, event: OutcomeEvent, pool: SignInPool): FlowStep {
  const { attempt, awaited, asked } = state;
  switch (event.type) {
    case 'loaded':
      return awaited.do === 'load' ? moved(attempt, event.move) : { state };
    case 'tokens-came':
      return awaitsReply(awaited) ? tokensCame(state, event) : { state };
    case 'challenged':
      return awaitsReply(awaited) ? challenged(state, event, pool) : { state };
    case 'done': {
      const move = moveAfter(awaited, event.outcome);
      return move === undefined ? { state } : moved(withNewest(attempt, event.outcome), move, asked);
    }
    case 'device-confirmed':
      return awaited.do === 'confirm-device' ? { state: { at: 'signed-in', user: awaited.user } } : { state };
    case 'failed':
      return failed(state, event, pool);
    default:
      return event satisfies never;
  }
}

function awaitsReply(awaited: Awaited): boolean {
  return awaited.do === 'initiate' || awaited.do === 'respond';
}

function started({ authFlow, username: typed, hasPassword }: Event<'start'>): FlowStep {
  const username = typed.trim();
  // What CUSTOM_AUTH asks is the triggers' affair.
  const lacksPassword = !hasPassword && authFlow !== 'CUSTOM_AUTH';
  if (username === '' || lacksPassword) {
    const missing = username !== '' ? 'password' : lacksPassword ? 'user name and password' : 'user name';
    return { state: { at: 'credentials', failure: emptyField(missing) } };
  }
  return initiating({ authFlow, typedUsername: username, username, hasPassword, forms: 1 });
}

function initiating(attempt: Attempt): FlowStep {
  return {
    state: { at: 'working', attempt, doing: 'Signing in', awaited: { do: 'initiate' } },
    effect: { do: 'initiate', attempt },
  };
}

function recovering({ recovery, authFlow, username: typed }: Event<'recover'>): FlowStep {
  const username = typed.trim();
  if (username === '') return { state: { at: 'credentials', failure: emptyField('user name') } };
  const attempt: Attempt = { authFlow, typedUsername: username, username, hasPassword: false, forms: 1 };
  return {
    state: { at: 'working', attempt, doing: 'One moment', awaited: { do: 'load' } },
    effect: { do: 'load', recovery },
  };
}

/** @param asked the form that led here */
function moved(attempt: Attempt, move: Move, asked?: Form): FlowStep {
  switch (move.move) {
    case 'ask': {
      const { form, again, told } = move;
      const forms = again ? attempt.forms : attempt.forms + 1;
      return {
        state: {
          at: 'challenge',
          attempt: { ...attempt, forms },
          asked: form,
          ...(told !== undefined && { told }),
        },
      };
    }
    case 'call': {
      const { doing, call, sends = {} } = move;
      return {
        state: { at: 'working', attempt, doing, awaited: call, ...(asked !== undefined && { asked }) },
        effect: { do: 'call', call, sends, attempt },
      };
    }
    case 'give-up':
      return { state: { at: 'unsupported', unsupported: move.unsupported } };
    case 'tell':
      return { state: { at: 'credentials', told: move.told } };
    case 'sign-in': {
      return initiating({ ...firstOf(attempt), hasPassword: true, told: move.told });
    }
    default:
      return move satisfies never;
  }
}

function moveAfter(awaited: Awaited, outcome: Outcome): Move | undefined {
  switch (outcome.of) {
    case 'begin-srp':
      return awaited.do === outcome.of ? awaited.next(outcome.srpA) : undefined;
    case 'prove':
      return awaited.do === outcome.of ? awaited.next(outcome.proof) : undefined;
    case 'associate-token':
      return awaited.do === outcome.of ? awaited.next(outcome.secretCode) : undefined;
    case 'send-code':
      return awaited.do === outcome.of ? awaited.next(outcome.sentTo) : undefined;
    case 'verify-token':
    case 'confirm':
      return awaited.do === outcome.of ? awaited.next() : undefined;
    default:
      return outcome satisfies never;
  }
}

function withNewest(attempt: Attempt, outcome: Outcome): Attempt {
  const cognitoSession = 'cognitoSession' in outcome ? outcome.cognitoSession : undefined;
  return cognitoSession === undefined ? attempt : { ...attempt, cognitoSession };
}

function tokensCame(state: Working, { result, receivedAt }: Event<'tokens-came'>): FlowStep {
  const { attempt } = state;
  const parsed = tokensFrom(result, receivedAt);
  if (!parsed.ok) return malformed(state, parsed.wrong);
  const { tokens } = parsed;
  // In pools that sign in by e-mail the user's name is a UUID; people know the name they typed.
  const username = tokens.username === tokens.sub ? attempt.typedUsername : tokens.username;
  const user = { tokens, username, authFlow: attempt.authFlow };
  const device = newDeviceFrom(result);
  if (device === undefined) return { state: { at: 'signed-in', user } };
  return {
    state: { ...state, doing: 'Making this device known', awaited: { do: 'confirm-device', user } },
    effect: { do: 'confirm-device', device, tokens, attempt },
  };
}

function challenged(state: Working, { reply, challenge }: Event<'challenged'>, { userPoolId }: SignInPool): FlowStep {
  const attempt = attemptAfter(state.attempt, reply);
  // A CUSTOM_AUTH that was begun without a password, and whose triggers want one.
  if (challenge === passwordVerifier && !attempt.hasPassword)
    return { state: { at: 'credentials', failure: emptyField('password') } };
  const begun = challenge.begin(reply.parameters, { username: attempt.typedUsername, userPoolId });
  return begun.ok ? moved(attempt, begun.value, state.asked) : malformed(state, begun.wrong);
}

/** From the first challenge on the answers go under the user's real name: the alias fails, the more so with a secret hash. */
function attemptAfter(
  { cognitoSession: _spent, ...attempt }: Attempt,
  { name: challengeName, parameters, cognitoSession }: ChallengeReply,
): Attempt {
  const userIdForSrp = parameters['USER_ID_FOR_SRP'] ?? attempt.userIdForSrp;
  return {
    ...attempt,
    challengeName,
    username: userIdForSrp ?? parameters['USERNAME'] ?? attempt.username,
    ...(userIdForSrp !== undefined && { userIdForSrp }),
    ...(cognitoSession !== undefined && { cognitoSession }),
  };
}

function answered(attempt: Attempt, asked: Form, typed: Answers): FlowStep {
  const { answers, missing } = answersFrom(typed, asked.prompt);
  if (missing.length === 0) return moved(attempt, asked.answered(answers), asked);
  return { state: { at: 'challenge', attempt, asked, failure: emptyField(missing.join(', ')) } };
}

/** A refused form stays for another try, unless Cognito has ended this sign-in; everything else goes back to the password. */
function failed(state: Working, { error, explain, withSecret }: Event<'failed'>, pool: SignInPool): FlowStep {
  const { attempt, asked, awaited } = state;
  // The tokens are good without it: only their renewal may fail one day, and will say why.
  if (awaited.do === 'confirm-device') return { state: { at: 'signed-in', user: awaited.user } };
  if (asked === undefined && isForgottenDevice(error, attempt.challengeName) && mayBeginAnew(attempt)) {
    return initiating({ ...firstOf(attempt), anew: true });
  }

  const told = attempt.told === undefined ? {} : { told: attempt.told };
  const step = asked === undefined ? 'credentials' : 'challenge';
  const general = explain(error, { ...pool, authFlow: attempt.authFlow, step, withSecret });
  if (asked === undefined || !(error instanceof CognitoError)) {
    return { state: { at: 'credentials', failure: general, ...told } };
  }
  const failure = asked.explain?.(error, general) ?? general;
  // Cognito's continuation string is spent with it: no further answer would be taken.
  const isOver = failure.retry === 'start-over' || error.code === 'NotAuthorizedException';
  return { state: isOver ? { at: 'credentials', failure, ...told } : { at: 'challenge', attempt, asked, failure } };
}

/** As it was before the first call. */
function firstOf({ authFlow, typedUsername, hasPassword, forms }: Attempt): Attempt {
  return { authFlow, typedUsername, username: typedUsername, hasPassword, forms };
}

/** Once: the runner has dropped the device by then, and a second one cannot be lost. */
function mayBeginAnew({ anew, hasPassword }: Attempt): boolean {
  return anew !== true && hasPassword;
}

function emptyField(label: string): Explanation {
  return {
    what: 'Something was left empty.',
    why: `Cognito needs it to go on: ${label}.`,
    next: `Fill in: ${label}.`,
    retry: 'same-form',
  };
}

function malformed(state: FlowState, detail: string): FlowStep {
  return { state, effect: { do: 'fail', error: new CognitoError('NotCognito', { reason: 'wrong-shape', detail }) } };
}
