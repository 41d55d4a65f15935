// Steps of single subscriptions on a connection: begun, changed, removed, refused. Pure, as the machine that uses them.
import {
  mostThrottledStarts,
  waitFor,
  type ConnectionState,
  type Effect,
  type Step,
  type SubscriptionState,
} from './connection-state.ts';
import type { RealtimeError } from './messages.ts';
import type { SubscriptionNotice } from './notices.ts';
import { refusesToken, revokes, throttles } from './refusals.ts';

export const tell = (key: string, notice: SubscriptionNotice): Effect => ({ kind: 'tell', key, notice });

export function changed(
  state: ConnectionState,
  { key }: SubscriptionState,
  change: Partial<Omit<SubscriptionState, 'key'>>,
): ConnectionState {
  return {
    ...state,
    subscriptions: state.subscriptions.map((each) => (each.key === key ? { ...each, ...change } : each)),
  };
}

export function remove(state: ConnectionState, subscription: SubscriptionState): Step {
  return {
    state: { ...state, subscriptions: state.subscriptions.filter(({ key }) => key !== subscription.key) },
    effects: withoutTimersOf(subscription),
  };
}

export function withoutTimersOf({ key, id }: SubscriptionState): Effect[] {
  return [
    { kind: 'clear timer', timer: `start ${id}` },
    { kind: 'clear timer', timer: `stop ${id}` },
    { kind: 'clear timer', timer: `again ${key}` },
  ];
}

/** Each is authorized anew, so that a token that has ended meanwhile is not used. */
export function begin(state: ConnectionState, subscriptions: readonly SubscriptionState[]): Step {
  return subscriptions.reduce<Step>(
    (step, subscription) => {
      const starts = step.state.starts + 1;
      const id = `${subscription.key}-${starts}`;
      return {
        state: {
          ...changed(step.state, subscription, { phase: 'authorizing', id, renewalsBefore: step.state.renewals }),
          starts,
        },
        effects: [
          ...step.effects,
          { kind: 'authorize start', key: subscription.key, id },
          tell(subscription.key, { kind: 'starting' }),
        ],
      };
    },
    { state, effects: [] },
  );
}

/** An `error` frame that means these subscriptions. */
export function nextAfterError(
  state: ConnectionState,
  meant: readonly SubscriptionState[],
  errors: readonly RealtimeError[],
  random: number,
): Step {
  return meant.reduce<Step>(
    (step, subscription) => {
      const next = afterError(step.state, subscription, errors, random);
      return { state: next.state, effects: [...step.effects, ...next.effects] };
    },
    { state, effects: [] },
  );
}

function afterError(
  state: ConnectionState,
  subscription: SubscriptionState,
  errors: readonly RealtimeError[],
  random: number,
): Step {
  const { key, phase, throttled } = subscription;
  if (phase === 'stopping') return remove(state, subscription);
  const tokenIsRefused = phase === 'started' ? revokes(errors) : refusesToken(errors);
  if (tokenIsRefused && subscription.renewalsBefore < state.renewals) {
    const again = begin(state, [subscription]);
    return { state: again.state, effects: [...withoutTimersOf(subscription), ...again.effects] };
  }
  if (tokenIsRefused && state.canRenew && !subscription.renewed) {
    const isUnderWay = state.subscriptions.some((each) => each.phase === 'renewing');
    return {
      state: changed(state, subscription, { phase: 'renewing', renewed: true }),
      effects: [
        ...withoutTimersOf(subscription),
        tell(key, { kind: 'renewing' }),
        ...(isUnderWay ? [] : [{ kind: 'renew' } as const]),
      ],
    };
  }
  if (throttles(errors) && throttled < mostThrottledStarts) {
    const milliseconds = waitFor(throttled, random);
    return {
      state: changed(state, subscription, { phase: 'waiting', throttled: throttled + 1 }),
      effects: [
        ...withoutTimersOf(subscription),
        { kind: 'set timer', timer: `again ${key}`, milliseconds },
        tell(key, { kind: 'waiting', milliseconds, why: 'throttled' }),
      ],
    };
  }
  const { state: without, effects } = remove(state, subscription);
  const why = { kind: 'refused', what: 'subscription', errors, renewed: subscription.renewed } as const;
  return { state: without, effects: [...effects, tell(key, { kind: 'ended', why })] };
}
