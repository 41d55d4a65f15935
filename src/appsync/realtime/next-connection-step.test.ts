import { describe, expect, it } from 'vitest';
import { newConnection, waitFor, type ConnectionEvent, type ConnectionState, type Effect } from './connection-state.ts';
import type { ServerMessage } from './messages.ts';
import { nextConnectionStep } from './next-connection-step.ts';

/** The state after these events, and what was to be done at the last. */
function after(events: readonly ConnectionEvent[], start = newConnection(true)) {
  let effects: readonly Effect[] = [];
  const state = events.reduce<ConnectionState>((now, event) => {
    const step = nextConnectionStep(now, event, 1);
    ({ effects } = step);
    return step.state;
  }, start);
  return { state, effects: effects.map((effect) => shown(effect)) };
}

/** An effect in a word or two; the clearing of timers is left to the tests over a socket. */
function shown(effect: Effect): string {
  switch (effect.kind) {
    case 'tell':
      return `${effect.key}: ${effect.notice.kind}`;
    case 'set timer':
      return `${effect.timer} in ${effect.milliseconds}`;
    case 'clear timer':
      return '';
    case 'authorize start':
    case 'send start':
    case 'send stop':
      return `${effect.kind} ${effect.id}`;
    case 'open':
    case 'close':
    case 'send init':
    case 'renew':
    case 'clear all timers':
      return effect.kind;
    default:
      return effect satisfies never;
  }
}

const subscribe = (key = 'a'): ConnectionEvent => ({ kind: 'subscribe', key });
const stop = (key = 'a'): ConnectionEvent => ({ kind: 'stop', key });
const message = (what: ServerMessage): ConnectionEvent => ({ kind: 'message', message: what });
const error = (errorType: string, id?: string) => message({ type: 'error', id, errors: [{ errorType }] });
const opened: ConnectionEvent = { kind: 'opened' };
const closed: ConnectionEvent = { kind: 'closed' };
const ack = message({ type: 'connection_ack', connectionTimeoutMs: 9000 });
const authorized: ConnectionEvent = { kind: 'start authorized', id: 'a-1' };
const startAck = message({ type: 'start_ack', id: 'a-1' });
const event = message({ type: 'data', id: 'a-1', payload: {} });
const refusedToken = message({ type: 'connection_error', errors: [{ errorType: 'UnauthorizedException' }] });
const timer = (name: Extract<ConnectionEvent, { kind: 'timer' }>['timer'], silentFor = 0): ConnectionEvent => ({
  kind: 'timer',
  timer: name,
  silentFor,
});

const greeted = [subscribe(), opened];
const open = [...greeted, ack];
const starting = [...open, authorized];
const started = [...starting, startAck];
const dropped = [...started, closed];

describe('nextConnectionStep', () => {
  it.each<[string, readonly ConnectionEvent[], string, readonly string[]]>([
    [
      'the first subscription opens',
      [subscribe()],
      'opening',
      ['clear all timers', 'open', 'greeting in 15000', 'a: connecting'],
    ],
    ['a second one joins', [subscribe(), subscribe('b')], 'opening', ['b: connecting']],
    ['an open socket is greeted', greeted, 'greeting', ['send init']],
    ['once let in, what waits is started', open, 'open', ['keep-alive in 9000', 'authorize start a-1', 'a: starting']],
    ['a second acknowledgement is nothing', [...open, ack], 'open', []],
    ['what is authorized is sent', starting, 'open', ['send start a-1', 'start a-1 in 15000']],
    ['what was authorized and is not wanted any more is not sent', [...open, stop(), authorized], 'open', []],
    ['an acknowledged start is told', started, 'open', ['a: started']],
    ['another acknowledgement is nothing', [...started, startAck], 'open', []],
    ['an event is told', [...started, event], 'open', ['a: event']],
    ['an event may be faster than the acknowledgement', [...starting, event], 'open', ['a: event']],
    ['a stop is sent', [...started, stop()], 'open', ['send stop a-1', 'stop a-1 in 5000']],
    ['a second stop is nothing', [...started, stop(), stop()], 'open', []],
    ['an event after the stop is nothing', [...started, stop(), event], 'open', []],
    [
      'a completed stop leaves an idle second',
      [...started, stop(), message({ type: 'complete', id: 'a-1' })],
      'open',
      ['idle in 1000'],
    ],
    ['a stop that nobody answers does too', [...started, stop(), timer('stop a-1')], 'open', ['idle in 1000']],
    [
      'the idle second ends the connection',
      [...started, stop(), timer('stop a-1'), timer('idle')],
      'closed',
      ['clear all timers', 'close'],
    ],
    [
      'a newcomer in it begins at once',
      [...started, stop(), timer('stop a-1'), subscribe('b')],
      'open',
      ['authorize start b-2', 'b: starting'],
    ],
    ['a stop while opening closes', [subscribe(), stop()], 'closed', ['clear all timers', 'close']],
    ['a stop while waiting closes', [...dropped, stop()], 'closed', ['clear all timers', 'close']],
    ['a drop is waited out', dropped, 'waiting', ['clear all timers', 'close', 'retry in 1000', 'a: waiting']],
    ['a drop with nobody there is the end', [...started, stop(), closed], 'closed', ['clear all timers', 'close']],
    [
      'the wait over, it opens again',
      [...dropped, timer('retry')],
      'opening',
      ['clear all timers', 'open', 'greeting in 15000', 'a: connecting'],
    ],
    [
      'a newcomer does not wait',
      [...dropped, subscribe('b')],
      'opening',
      ['clear all timers', 'open', 'greeting in 15000', 'a: connecting', 'b: connecting'],
    ],
    [
      'nor does who asks',
      [...dropped, { kind: 'try now' }],
      'opening',
      ['clear all timers', 'open', 'greeting in 15000', 'a: connecting'],
    ],
    ['asking while open is nothing', [...started, { kind: 'try now' }], 'open', []],
    [
      'after a drop an id is new',
      [...dropped, timer('retry'), opened, ack],
      'open',
      ['keep-alive in 9000', 'authorize start a-2', 'a: starting'],
    ],
    ['signs of life put off the end', [...started, timer('keep-alive', 4000)], 'open', ['keep-alive in 5000']],
    [
      'silence is a drop',
      [...started, timer('keep-alive', 9000)],
      'waiting',
      ['clear all timers', 'close', 'retry in 1000', 'a: waiting'],
    ],
    [
      'no greeting is a drop',
      [...greeted, timer('greeting')],
      'waiting',
      ['clear all timers', 'close', 'retry in 1000', 'a: waiting'],
    ],
    [
      'garbage in its place is one',
      [...greeted, message({ type: 'garbage' })],
      'waiting',
      ['clear all timers', 'close', 'retry in 1000', 'a: waiting'],
    ],
    ['garbage later is nothing', [...started, message({ type: 'garbage' })], 'open', []],
    [
      'a refused token is renewed',
      [...greeted, refusedToken],
      'renewing',
      ['clear all timers', 'close', 'renew', 'a: renewing'],
    ],
    [
      'and tried again',
      [...greeted, refusedToken, { kind: 'renewed' }],
      'opening',
      ['clear all timers', 'open', 'greeting in 15000', 'a: connecting'],
    ],
    [
      'and then given up',
      [...greeted, refusedToken, { kind: 'renewed' }, opened, refusedToken],
      'closed',
      ['a: ended', 'clear all timers', 'close'],
    ],
    [
      'a refused start is renewed',
      [...starting, error('UnauthorizedException', 'a-1')],
      'open',
      ['a: renewing', 'renew'],
    ],
    ['a field’s rule is not', [...starting, error('Unauthorized', 'a-1')], 'open', ['a: ended', 'idle in 1000']],
    ['but may revoke what was open', [...started, error('Unauthorized', 'a-1')], 'open', ['a: renewing', 'renew']],
    [
      'an error without an id means what is starting',
      [...starting, error('UnsupportedOperation')],
      'open',
      ['a: ended', 'idle in 1000'],
    ],
    ['an error without an id means nobody else', [...started, error('UnsupportedOperation')], 'open', []],
    [
      'a token refused without an id means all',
      [...started, error('UnauthorizedException')],
      'renewing',
      ['clear all timers', 'close', 'renew', 'a: renewing'],
    ],
    ['an error of an id that is gone is nothing', [...started, error('Any', 'a-0')], 'open', []],
    [
      'a throttled start waits',
      [...starting, error('LimitExceededError', 'a-1')],
      'open',
      ['again a in 1000', 'a: waiting'],
    ],
    [
      'and is sent again',
      [...starting, error('LimitExceededError', 'a-1'), timer('again a')],
      'open',
      ['authorize start a-2', 'a: starting'],
    ],
    [
      'no acknowledgement of a start ends it',
      [...starting, timer('start a-1')],
      'open',
      ['send stop a-1', 'a: ended', 'idle in 1000'],
    ],
    [
      'what AppSync completes has ended',
      [...started, message({ type: 'complete', id: 'a-1' })],
      'open',
      ['a: ended', 'idle in 1000'],
    ],
    [
      'nothing to ask with ends it',
      [subscribe(), { kind: 'not authorized', error: null, forGood: true }],
      'closed',
      ['a: ended', 'clear all timers', 'close'],
    ],
    [
      'nothing to ask with just now does not',
      [subscribe(), { kind: 'not authorized', error: null, forGood: false }],
      'waiting',
      ['clear all timers', 'close', 'retry in 1000', 'a: waiting'],
    ],
  ])('%s', (_what, events, phase, effects) => {
    const { state, effects: done } = after(events);
    expect(state.link.phase).toBe(phase);
    expect(done.filter((effect) => effect !== '')).toEqual(effects);
  });

  it('renews nothing where there is no fresh token', () => {
    const { state, effects } = after([...greeted, refusedToken], newConnection(false));
    expect(state.link.phase).toBe('closed');
    expect(effects).toContain('a: ended');
  });

  it('starts at once what was refused for a token that has been replaced meanwhile', () => {
    const both = after([subscribe('a'), subscribe('b'), opened, ack]).state;
    const ids = both.subscriptions.map(({ id }) => id);
    const { effects } = after(
      [
        ...ids.flatMap<ConnectionEvent>((id) => [{ kind: 'start authorized', id }, message({ type: 'start_ack', id })]),
        error('UnauthorizedException', ids[0]),
        { kind: 'renewed' },
        error('UnauthorizedException', ids[1]),
      ],
      both,
    );
    expect(effects.filter((effect) => effect !== '')).toEqual(['authorize start b-4', 'b: starting']);
  });

  it('allows another renewal once a keep-alive has come', () => {
    const renewedOnce = [
      ...started,
      error('UnauthorizedException', 'a-1'),
      { kind: 'renewed' } as const,
      { kind: 'start authorized', id: 'a-2' } as const,
      message({ type: 'start_ack', id: 'a-2' }),
    ];
    expect(after([...renewedOnce, error('UnauthorizedException', 'a-2')]).effects).toContain('a: ended');
    expect(after([...renewedOnce, message({ type: 'ka' }), error('UnauthorizedException', 'a-2')]).effects).toContain(
      'renew',
    );
  });

  it('waits longer each time until a subscription stands again', () => {
    const failing = [subscribe(), closed, timer('retry'), closed, timer('retry'), closed];
    expect(after(failing).effects).toContain('retry in 4000');
    expect(after([...failing, timer('retry'), opened, ack, authorized, startAck, closed]).effects).toContain(
      'retry in 1000',
    );
  });
});

describe('waitFor', () => {
  it.each([
    [0, 0, 500],
    [0, 1, 1000],
    [3, 0.5, 6000],
    [20, 1, 60_000],
  ])('after %d failures and chance %d: %d ms', (failures, random, milliseconds) => {
    expect(waitFor(failures, random)).toBe(milliseconds);
  });
});
