// One real-time connection at work: asks the machine what to do and does it, with the socket, timers and authorization it was
// given. Decides nothing itself; no token leaves it but over the socket.
import { AppSyncError } from '../appsync-error.ts';
import type { Authorize } from '../authorization.ts';
import { realtimeUrlOf } from '../endpoint.ts';
import type { Operation } from '../http.ts';
import { connectAuth, protocolsWith, startAuth } from './auth-object.ts';
import { newConnection, type ConnectionEvent, type Effect, type Timer } from './connection-state.ts';
import { serverMessageFrom, type ClientMessage } from './messages.ts';
import { nextConnectionStep } from './next-connection-step.ts';
import type { SubscriptionNotice } from './notices.ts';
import type { OpenSocket, Socket } from './socket.ts';

export interface RealtimeDeps {
  /** The GraphQL endpoint over HTTP; the real-time one follows from it. */
  readonly endpoint: string;
  /** Asked for the connection and for each start, so that no token is used that has ended meanwhile. */
  readonly authorize: Authorize;
  /** Fetches a fresh token where AppSync refuses the one that `authorize` gave; absent where there is no such thing. */
  readonly renew?: (() => Promise<unknown>) | undefined;
  readonly openSocket: OpenSocket;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  /** setTimeout; gives back how to take the timer back. */
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface Subscriber {
  readonly operation: Operation;
  readonly headers: Readonly<Record<string, string>>;
  readonly listener: (notice: SubscriptionNotice) => void;
}

export interface Connection {
  subscribe(key: string, subscriber: Subscriber): void;
  /** The subscriber hears nothing any more, not even of its end. */
  stop(key: string): void;
  /** Cuts a wait short. */
  readonly tryNow: () => void;
}

export function createConnection(deps: RealtimeDeps): Connection {
  const { endpoint, authorize } = deps;
  let state = newConnection(deps.renew !== undefined);
  let socket: Socket | undefined;
  /** Which attempt to open is the current one: what an earlier one brings comes too late. */
  let attempt = 0;
  let lastHeard = 0;
  const subscribers = new Map<string, Subscriber>();
  /** Authorized starts, by id, until they are sent. */
  const starts = new Map<string, ClientMessage>();
  const timers = new Map<Timer, () => void>();
  const pending: ConnectionEvent[] = [];
  let isStepping = false;

  /** What an effect brings at once waits until the step is done. */
  function happen(event: ConnectionEvent): void {
    pending.push(event);
    if (isStepping) return;
    isStepping = true;
    try {
      for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        const step = nextConnectionStep(state, next, deps.random());
        ({ state } = step);
        for (const effect of step.effects) act(effect);
      }
    } finally {
      isStepping = false;
    }
  }

  function act(effect: Effect): void {
    switch (effect.kind) {
      case 'open':
        attempt += 1;
        void open(attempt);
        return;
      case 'close':
        attempt += 1;
        socket?.close();
        socket = undefined;
        starts.clear();
        return;
      case 'send init':
        send({ type: 'connection_init' });
        return;
      case 'authorize start':
        void authorizeStart(effect.key, effect.id);
        return;
      case 'send start': {
        const message = starts.get(effect.id);
        starts.delete(effect.id);
        if (message) send(message);
        return;
      }
      case 'send stop':
        send({ id: effect.id, type: 'stop' });
        return;
      case 'renew':
        void renew();
        return;
      case 'set timer':
        setTimer(effect.timer, effect.milliseconds);
        return;
      case 'clear timer':
        clearTimer(effect.timer);
        return;
      case 'clear all timers':
        for (const timer of timers.keys()) clearTimer(timer);
        return;
      case 'tell': {
        const subscriber = subscribers.get(effect.key);
        if (effect.notice.kind === 'ended') subscribers.delete(effect.key);
        subscriber?.listener(effect.notice);
        return;
      }
      default:
        effect satisfies never;
    }
  }

  async function open(mine: number): Promise<void> {
    const ifCurrent = (event: ConnectionEvent) => {
      if (mine === attempt) happen(event);
    };
    let protocols: readonly string[];
    try {
      protocols = protocolsWith(await connectAuth({ endpoint, authorize }));
    } catch (error) {
      ifCurrent({ kind: 'not authorized', error, forGood: isForGood(error) });
      return;
    }
    if (mine !== attempt) return;
    socket = deps.openSocket(realtimeUrlOf(endpoint), protocols, {
      onOpen: () => ifCurrent({ kind: 'opened' }),
      onMessage: (frame) => {
        lastHeard = deps.now();
        ifCurrent({ kind: 'message', message: serverMessageFrom(frame) });
      },
      onClose: () => ifCurrent({ kind: 'closed' }),
    });
  }

  async function authorizeStart(key: string, id: string): Promise<void> {
    const subscriber = subscribers.get(key);
    if (subscriber === undefined) return;
    const mine = attempt;
    // Members that are undefined are left out: AppSync takes an explicit null for "must be null".
    const data = JSON.stringify(subscriber.operation);
    try {
      const authorization = await startAuth({ endpoint, authorize, headers: subscriber.headers }, data);
      if (mine !== attempt) return;
      starts.set(id, { id, type: 'start', payload: { data, extensions: { authorization } } });
      happen({ kind: 'start authorized', id });
      starts.delete(id);
    } catch (error) {
      if (mine === attempt) happen({ kind: 'start not authorized', id, error });
    }
  }

  /** Whatever comes of it: AppSync judges what is there by then. */
  async function renew(): Promise<void> {
    try {
      await deps.renew?.();
    } catch {
      // The next authorization tells.
    }
    happen({ kind: 'renewed' });
  }

  function send(message: ClientMessage): void {
    socket?.send(JSON.stringify(message));
  }

  function setTimer(timer: Timer, milliseconds: number): void {
    clearTimer(timer);
    const cancel = deps.setTimer(() => {
      timers.delete(timer);
      happen({ kind: 'timer', timer, silentFor: deps.now() - lastHeard });
    }, milliseconds);
    timers.set(timer, cancel);
  }

  function clearTimer(timer: Timer): void {
    timers.get(timer)?.();
    timers.delete(timer);
  }

  return {
    subscribe: (key, subscriber) => {
      subscribers.set(key, subscriber);
      happen({ kind: 'subscribe', key });
    },
    stop: (key) => {
      subscribers.delete(key);
      happen({ kind: 'stop', key });
    },
    tryNow: () => happen({ kind: 'try now' }),
  };
}

const isForGood = (error: unknown) => error instanceof AppSyncError && error.code === 'NotAuthorized';
