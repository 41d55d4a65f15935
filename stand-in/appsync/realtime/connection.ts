// One client's connection to the real-time endpoint, from the open socket to its end: answers its messages, holds its
// subscriptions. Sockets and clocks are given to it.
import type { CancelAlarm } from '../../movable-clock.ts';
import type { Invalidation } from '../extensions.ts';
import type { ConnectionParts, Started } from './connection-parts.ts';
import {
  clientMessageFrom,
  type ClientMessage,
  startPayloadFrom,
  type ErrorEntry,
  type ServerMessage,
} from './messages.ts';
import type { MutationEvent } from './mutation-events.ts';

/**
 * A client that is not let in is told when it first speaks, or after this time. AppSync's own moment was never captured, but its
 * stock clients listen only once they have sent connection_init.
 */
const patienceMs = 1000;

export class Connection {
  readonly #parts: ConnectionParts;
  /** Without `started`, its start is not decided yet. */
  readonly #subscriptions = new Map<string, { readonly started?: Started }>();
  readonly #ended = new AbortController();
  /** Null: the client is let in. What it says before that is clear waits. */
  readonly #refusal: Promise<ErrorEntry | null>;
  readonly #cancelLife: CancelAlarm;
  readonly #cancelPatience: CancelAlarm;
  #cancelBeat: CancelAlarm | null = null;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#refusal = this.#judge();
    this.#cancelPatience = parts.clock.after(patienceMs, () => void this.#turnAway());
    this.#cancelLife = parts.clock.after(parts.settings.connectionLifeMs, () => {
      this.close();
    });
    this.windKeepAlive();
  }

  /** Ids, and the field of each; those that have not been let in yet are missing. */
  get subscriptions(): readonly { readonly id: string; readonly field: string }[] {
    return [...this.#subscriptions].flatMap(([id, { started }]) =>
      started ? [{ id, field: started.subscription.field }] : [],
    );
  }

  async receive(text: string): Promise<void> {
    const message = clientMessageFrom(text);
    this.#parts.onFrame({ from: 'client', type: message.type, id: 'id' in message ? message.id : null });
    await this.#turnAway();
    if (!this.#ended.signal.aborted) this.#answer(message);
  }

  /** The socket is gone, for whatever reason. */
  end(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#cancelLife();
    this.#cancelPatience();
    this.#cancelBeat?.();
    this.#subscriptions.clear();
    this.#parts.onEnd();
  }

  close(): void {
    this.#parts.transport.close();
    this.end();
  }

  drop(): void {
    this.#parts.transport.drop();
    this.end();
  }

  /** From now on, at the interval that the settings give. */
  windKeepAlive(): void {
    this.#cancelBeat?.();
    const { keepAliveMs } = this.#parts.settings;
    if (keepAliveMs === null || this.#ended.signal.aborted) return;
    this.#cancelBeat = this.#parts.clock.after(keepAliveMs, () => {
      if (this.#parts.fault?.kind !== 'silent') this.#send({ type: 'ka' });
      if (this.#parts.watchesExpiry()) void this.#judgeAgain();
      this.windKeepAlive();
    });
  }

  /** Anything at all, as it is. */
  sendText(text: string): void {
    if (!this.#ended.signal.aborted) this.#parts.transport.send(text);
  }

  /** @returns how many of its subscriptions it was sent to */
  deliver(field: string, event: MutationEvent['result']): number {
    if (this.#parts.watchesExpiry()) void this.#judgeAgain();
    let sent = 0;
    for (const [id, { started }] of this.#subscriptions) {
      if (started?.subscription.field !== field || !started.subscription.wants(event)) continue;
      const text = JSON.stringify({
        id,
        type: 'data',
        payload: started.subscription.answerFor(event),
      } satisfies ServerMessage);
      if (Buffer.byteLength(text) > this.#parts.settings.largestEventBytes) {
        this.#parts.onDroppedEvent();
        continue;
      }
      this.sendText(text);
      sent += 1;
    }
    return sent;
  }

  /** The guide says that such subscriptions end and their connection closes; the frame was never captured. */
  invalidate(invalidation: Invalidation): void {
    const ended = [...this.#subscriptions].flatMap(([id, { started }]) =>
      started?.subscription.isEndedBy(invalidation) ? [id] : [],
    );
    for (const id of ended) {
      this.#subscriptions.delete(id);
      this.#send({ id, type: 'complete' });
    }
    if (ended.length > 0) this.close();
  }

  async #judge(): Promise<ErrorEntry | null> {
    const { fault } = this.#parts;
    const refusal = await this.#parts.refusal;
    if (fault?.kind === 'close') this.close();
    if (fault?.kind === 'silent') return null;
    return fault?.kind === 'refuse' ? fault.error : refusal;
  }

  /** Where the client is not let in. */
  async #turnAway(): Promise<void> {
    const error = await this.#refusal;
    if (error === null || this.#ended.signal.aborted) return;
    this.#send({ type: 'connection_error', payload: { errors: [error] } });
    this.close();
  }

  #answer(message: ClientMessage): void {
    if (this.#parts.fault?.kind === 'silent') return;
    switch (message.type) {
      case 'connection_init':
        this.#acknowledge();
        return;
      case 'start':
        void this.#start(message.id, message.payload);
        return;
      case 'stop':
        // An id that is not there: the guide is silent, and so is the stand-in.
        if (this.#subscriptions.delete(message.id)) this.#send({ id: message.id, type: 'complete' });
        return;
      case 'unknown':
        this.#send({ type: 'error', payload: { errors: [unsupported('unknown')] } });
        return;
      default:
        message satisfies never;
    }
  }

  #acknowledge(): void {
    const { fault, settings } = this.#parts;
    if (fault?.kind === 'garbage') {
      this.sendText('}{ this is not JSON');
      return;
    }
    if (fault?.kind === 'unknown message') this.sendText('{"type":"weather","payload":{"wind":"NW 7"}}');
    const { connectionTimeoutMs } = settings;
    this.#send({ type: 'connection_ack', payload: { connectionTimeoutMs } });
    if (settings.keepAliveMs !== null) this.#send({ type: 'ka' });
  }

  async #start(id: string, payload: unknown): Promise<void> {
    const fault = this.#parts.takeStartFault();
    if (fault?.kind === 'no start_ack') return;
    if (fault) {
      const errors = fault.isSingle ? fault.error : [fault.error];
      this.#send({ ...(!fault.isWithoutId && { id }), type: 'error', payload: { errors } });
      return;
    }
    const limit = this.#parts.settings.subscriptionsPerConnection;
    if (this.#subscriptions.has(id)) {
      this.#refuse(id, [{ errorType: 'DuplicatedOperationError', message: 'Duplicated operation ID.' }]);
      return;
    }
    if (this.#subscriptions.size >= limit) {
      const message = `Max number of ${limit} subscriptions reached`;
      this.#refuse(id, [{ errorType: 'MaxSubscriptionsReachedError', message }]);
      return;
    }
    const readable = startPayloadFrom(payload);
    if (!readable) {
      this.#refuse(id, [{ errorType: 'BadRequestException' }]);
      return;
    }
    const starting = {};
    this.#subscriptions.set(id, starting);
    const outcome = await this.#parts.start(readable, this.#ended.signal);
    // Stopped, perhaps started anew, or the socket is gone, while it was decided.
    if (this.#subscriptions.get(id) !== starting) return;
    if (outcome.ok) {
      this.#subscriptions.set(id, { started: outcome });
      this.#send({ id, type: 'start_ack' });
    } else {
      this.#subscriptions.delete(id);
      this.#refuse(id, outcome.errors);
    }
  }

  async #judgeAgain(): Promise<void> {
    for (const [id, { started }] of this.#subscriptions) {
      // One after another: each may end what comes next.
      // oxlint-disable-next-line no-await-in-loop
      const refusal = await started?.stillAuthorized();
      if (refusal && this.#subscriptions.delete(id)) this.#refuse(id, [refusal]);
    }
  }

  #refuse(id: string, errors: readonly ErrorEntry[]): void {
    this.#send({ id, type: 'error', payload: { errors } });
  }

  #send(message: ServerMessage): void {
    if (this.#ended.signal.aborted) return;
    this.#parts.onFrame({ from: 'server', type: message.type, id: 'id' in message ? (message.id ?? null) : null });
    this.#parts.transport.send(JSON.stringify(message));
  }
}

/** Captured with "unknown" in the place of the operation. */
export function unsupported(operation: string): ErrorEntry {
  return { errorType: 'UnsupportedOperation', message: `${operation} not supported through the realtime channel` };
}
