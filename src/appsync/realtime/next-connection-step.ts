// The state machine of one real-time connection and its subscriptions: (state, event) -> (state, effects). Pure: it opens no
// socket, reads no clock and holds no token; chance comes in as a number.
// https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
import {
  times,
  waitFor,
  whyClosed,
  type ConnectionEvent,
  type ConnectionState,
  type Effect,
  type Step,
  type SubscriptionState,
  type Timer,
} from './connection-state.ts';
import type { RealtimeError, ServerMessage } from './messages.ts';
import type { End, Interruption, SubscriptionNotice } from './notices.ts';
import { isPassing, refusesToken } from './refusals.ts';
import { begin, changed, nextAfterError, remove, tell, withoutTimersOf } from './subscription-steps.ts';

/** @param random from 0 to 1, for the jitter of waits */
export function nextConnectionStep(state: ConnectionState, event: ConnectionEvent, random: number): Step {
  switch (event.kind) {
    case 'subscribe':
      return subscribe(state, event.key);
    case 'stop':
      return stop(state, event.key);
    case 'opened':
      return state.link.phase === 'opening'
        ? { state: { ...state, link: { phase: 'greeting' } }, effects: [{ kind: 'send init' }] }
        : unchanged(state);
    case 'closed':
      return interrupted(state, whyClosed[state.link.phase], random);
    case 'not authorized':
      return event.forGood
        ? endAll(state, { kind: 'not authorized', error: event.error })
        : interrupted(state, 'unreachable', random);
    case 'start authorized':
      return sendStart(state, event.id);
    case 'start not authorized': {
      const subscription = state.subscriptions.find(({ id }) => id === event.id);
      return subscription ? end(state, subscription, { kind: 'not authorized', error: event.error }) : unchanged(state);
    }
    case 'renewed':
      return renewed({ ...state, renewals: state.renewals + 1 });
    case 'message':
      return received(state, event.message, random);
    case 'timer':
      return timeIsUp(state, event.timer, event.silentFor, random);
    case 'try now':
      return state.link.phase === 'waiting' ? open(state) : unchanged(state);
    default:
      return event satisfies never;
  }
}

const unchanged = (state: ConnectionState): Step => ({ state, effects: [] });

function tellAll({ subscriptions }: ConnectionState, notice: SubscriptionNotice): Effect[] {
  return subscriptions.map(({ key }) => tell(key, notice));
}

function open(state: ConnectionState): Step {
  const opening: ConnectionState = { ...state, link: { phase: 'opening' } };
  return {
    state: opening,
    effects: [
      { kind: 'clear all timers' },
      { kind: 'open' },
      { kind: 'set timer', timer: 'greeting', milliseconds: times.greeting },
      ...tellAll(opening, { kind: 'connecting' }),
    ],
  };
}

function subscribe(state: ConnectionState, key: string): Step {
  const fresh = { id: '', phase: 'waiting', renewalsBefore: 0, renewed: false, throttled: 0 } as const;
  const subscription: SubscriptionState = { key, ...fresh };
  const joined: ConnectionState = { ...state, subscriptions: [...state.subscriptions, subscription] };
  switch (state.link.phase) {
    case 'closed':
    case 'waiting':
      return open(joined);
    case 'open': {
      const { state: begun, effects } = begin(joined, [subscription]);
      return { state: begun, effects: [{ kind: 'clear timer', timer: 'idle' }, ...effects] };
    }
    case 'opening':
    case 'greeting':
      return { state: joined, effects: [tell(key, { kind: 'connecting' })] };
    case 'renewing':
      return { state: joined, effects: [tell(key, { kind: 'renewing' })] };
    default:
      return state.link satisfies never;
  }
}

function stop(state: ConnectionState, key: string): Step {
  const subscription = state.subscriptions.find((each) => each.key === key);
  if (subscription === undefined || subscription.phase === 'stopping') return unchanged(state);
  const { id, phase } = subscription;
  if (phase !== 'starting' && phase !== 'started') return settled(remove(state, subscription));
  return {
    state: changed(state, subscription, { phase: 'stopping' }),
    effects: [
      { kind: 'send stop', id },
      ...withoutTimersOf(subscription),
      { kind: 'set timer', timer: `stop ${id}`, milliseconds: times.stop },
    ],
  };
}

/** With nobody left, an open connection waits a moment for the next, and any other is given up. */
function settled({ state, effects }: Step): Step {
  if (state.subscriptions.length > 0 || state.link.phase === 'closed') return { state, effects };
  if (state.link.phase === 'open') {
    return { state, effects: [...effects, { kind: 'set timer', timer: 'idle', milliseconds: times.idle }] };
  }
  return {
    state: { ...state, link: { phase: 'closed' }, failures: 0, renewed: false },
    effects: [...effects, { kind: 'clear all timers' }, { kind: 'close' }],
  };
}

function sendStart(state: ConnectionState, id: string): Step {
  const subscription = state.subscriptions.find((each) => each.id === id);
  if (subscription?.phase !== 'authorizing' || state.link.phase !== 'open') return unchanged(state);
  return {
    state: changed(state, subscription, { phase: 'starting' }),
    effects: [
      { kind: 'send start', id },
      { kind: 'set timer', timer: `start ${id}`, milliseconds: times.start },
    ],
  };
}

/** Everything is started again once there is a connection again; what was being stopped is stopped by that. */
function interrupted(state: ConnectionState, why: Interruption, random: number): Step {
  const subscriptions = waiting(state);
  if (subscriptions.length === 0)
    return settled({ state: { ...state, subscriptions, link: { phase: 'waiting' } }, effects: [] });
  const milliseconds = waitFor(state.failures, random);
  const next: ConnectionState = { ...state, subscriptions, link: { phase: 'waiting' }, failures: state.failures + 1 };
  return {
    state: next,
    effects: [
      { kind: 'clear all timers' },
      { kind: 'close' },
      { kind: 'set timer', timer: 'retry', milliseconds },
      ...tellAll(next, { kind: 'waiting', milliseconds, why }),
    ],
  };
}

function waiting({ subscriptions }: ConnectionState): SubscriptionState[] {
  return subscriptions.filter(({ phase }) => phase !== 'stopping').map((each) => ({ ...each, phase: 'waiting' }));
}

function refused(state: ConnectionState, errors: readonly RealtimeError[], random: number): Step {
  if (refusesToken(errors) && state.canRenew && !state.renewed) {
    const next: ConnectionState = {
      ...state,
      link: { phase: 'renewing' },
      renewed: true,
      subscriptions: waiting(state),
    };
    return {
      state: next,
      effects: [
        { kind: 'clear all timers' },
        { kind: 'close' },
        { kind: 'renew' },
        ...tellAll(next, { kind: 'renewing' }),
      ],
    };
  }
  if (isPassing(errors)) return interrupted(state, 'throttled', random);
  return endAll(state, { kind: 'refused', what: 'connection', errors, renewed: state.renewed });
}

function endAll(state: ConnectionState, why: End): Step {
  const told = tellAll({ ...state, subscriptions: waiting(state) }, { kind: 'ended', why });
  return settled({ state: { ...state, subscriptions: [], link: { phase: 'waiting' } }, effects: told });
}

function end(state: ConnectionState, subscription: SubscriptionState, why: End): Step {
  const { state: without, effects } = remove(state, subscription);
  return settled({ state: without, effects: [...effects, tell(subscription.key, { kind: 'ended', why })] });
}

function renewed(state: ConnectionState): Step {
  if (state.link.phase === 'renewing') return open(state);
  if (state.link.phase !== 'open') return unchanged(state);
  return begin(
    state,
    state.subscriptions.filter(({ phase }) => phase === 'renewing'),
  );
}

function received(state: ConnectionState, message: ServerMessage, random: number): Step {
  switch (message.type) {
    case 'connection_ack':
      return state.link.phase === 'greeting' ? letIn(state, message.connectionTimeoutMs) : unchanged(state);
    case 'connection_error':
      return refused(state, message.errors, random);
    case 'ka':
      return well(state);
    case 'start_ack': {
      const subscription = withId(state, message.id);
      if (subscription?.phase !== 'starting') return unchanged(state);
      return {
        state: { ...changed(state, subscription, { phase: 'started', throttled: 0 }), failures: 0 },
        effects: [...withoutTimersOf(subscription), tell(subscription.key, { kind: 'started' })],
      };
    }
    case 'data': {
      const subscription = withId(state, message.id);
      if (subscription?.phase !== 'starting' && subscription?.phase !== 'started') return unchanged(state);
      return { state, effects: [tell(subscription.key, { kind: 'event', payload: message.payload })] };
    }
    case 'complete': {
      const subscription = withId(state, message.id);
      if (subscription?.phase === 'stopping') return settled(remove(state, subscription));
      return subscription ? end(state, subscription, { kind: 'completed' }) : unchanged(state);
    }
    case 'error': {
      const starting = state.subscriptions.filter(({ phase }) => phase === 'starting');
      const meant = message.id === undefined ? starting : state.subscriptions.filter(({ id }) => id === message.id);
      if (meant.length > 0) return settled(nextAfterError(state, meant, message.errors, random));
      return message.id === undefined && refusesToken(message.errors)
        ? refused(state, message.errors, random)
        : unchanged(state);
    }
    case 'garbage':
      return state.link.phase === 'greeting' ? interrupted(state, 'not the protocol', random) : unchanged(state);
    case 'unknown':
      return unchanged(state);
    default:
      return message satisfies never;
  }
}

const withId = (state: ConnectionState, id: string) => state.subscriptions.find((each) => each.id === id);

function letIn(state: ConnectionState, keepAliveMs: number = times.keepAlive): Step {
  const { state: begun, effects } = begin(
    { ...state, link: { phase: 'open', keepAliveMs }, renewed: false },
    state.subscriptions,
  );
  return settled({
    state: begun,
    effects: [
      { kind: 'clear timer', timer: 'greeting' },
      { kind: 'set timer', timer: 'keep-alive', milliseconds: keepAliveMs },
      ...effects,
    ],
  });
}

/** What has lived until a keep-alive may have a fresh token once more when it is refused later. */
function well(state: ConnectionState): Step {
  if (!state.subscriptions.some(({ phase, renewed: was }) => phase === 'started' && was)) return unchanged(state);
  const subscriptions = state.subscriptions.map((each) =>
    each.phase === 'started' ? { ...each, renewed: false } : each,
  );
  return { state: { ...state, subscriptions }, effects: [] };
}

function timeIsUp(state: ConnectionState, timer: Timer, silentFor: number, random: number): Step {
  switch (timer) {
    case 'greeting':
      return interrupted(state, state.link.phase === 'greeting' ? 'no answer' : 'unreachable', random);
    case 'keep-alive': {
      if (state.link.phase !== 'open') return unchanged(state);
      const left = state.link.keepAliveMs - silentFor;
      if (left <= 0) return interrupted(state, 'no keep-alive', random);
      return { state, effects: [{ kind: 'set timer', timer, milliseconds: left }] };
    }
    case 'retry':
      return open(state);
    case 'idle':
      return state.subscriptions.length > 0
        ? unchanged(state)
        : settled({ state: { ...state, link: { phase: 'waiting' } }, effects: [] });
    default: {
      const subscription = state.subscriptions.find(
        ({ id, key }) => timer === `start ${id}` || timer === `stop ${id}` || timer === `again ${key}`,
      );
      if (subscription === undefined) return unchanged(state);
      if (subscription.phase === 'stopping') return settled(remove(state, subscription));
      if (subscription.phase === 'starting') {
        const { state: without, effects } = end(state, subscription, { kind: 'not acknowledged' });
        return { state: without, effects: [{ kind: 'send stop', id: subscription.id }, ...effects] };
      }
      return subscription.phase === 'waiting' && state.link.phase === 'open'
        ? begin(state, [subscription])
        : unchanged(state);
    }
  }
}
