// The real-time endpoint of one API: who is connected, and what mutations tell them. Opens no socket itself.
import { OperationTypeNode } from 'graphql';
import type { Api, AppSyncDeps } from '../api.ts';
import type { AuthRequest } from '../admission/admission.ts';
import { admit } from '../admission/admit.ts';
import type { Invalidation } from '../extensions.ts';
import { requestFromText } from '../graphql-request.ts';
import type { Refusal } from '../refusals.ts';
import type { RunnableApi } from '../runnable-api.ts';
import { readConnectAuth, type ConnectRequest } from './connect-auth.ts';
import type { ConnectionParts, Frame, RealtimeSettings, StartOutcome, Transport } from './connection-parts.ts';
import { Connection, unsupported } from './connection.ts';
import { FaultQueue } from './fault-queue.ts';
import { listeningFields, type ListeningFields } from './listening-fields.ts';
import type { ErrorEntry, StartPayload } from './messages.ts';
import type { MutationEvent } from './mutation-events.ts';
import { subscribe } from './subscription.ts';

export class RealtimeHub {
  readonly api: Api;
  readonly settings: RealtimeSettings = {
    keepAliveMs: 60_000,
    connectionTimeoutMs: 300_000,
    connectionLifeMs: 24 * 3_600_000,
    subscriptionsPerConnection: 100,
    largestEventBytes: 240 * 1024,
  };
  readonly connections = new Set<Connection>();
  readonly faults = new FaultQueue();
  /** A test may listen. */
  onConnection: (connection: Connection) => void = () => undefined;
  onFrame: (connection: Connection, frame: Frame) => void = () => undefined;
  /** AppSync counts them as InboundMessageError, and nobody hears of them. */
  droppedEvents = 0;
  readonly #runnable: RunnableApi;
  readonly #deps: AppSyncDeps;
  readonly #listening: ListeningFields;

  constructor(runnable: RunnableApi, deps: AppSyncDeps) {
    this.api = runnable.api;
    this.#runnable = runnable;
    this.#deps = deps;
    this.#listening = listeningFields(runnable.schema);
  }

  open(request: ConnectRequest, transport: Transport, fault: ConnectionParts['fault']): Connection {
    const connection: Connection = new Connection({
      transport,
      fault,
      clock: this.#deps.clock,
      settings: this.settings,
      refusal: this.#connectRefusal(request),
      start: (payload, signal) => this.#start(payload, signal),
      takeStartFault: () => this.faults.takeForStart(),
      watchesExpiry: () => this.api.settings.endsExpiredSubscriptions ?? false,
      onFrame: (frame) => {
        this.onFrame(connection, frame);
      },
      onDroppedEvent: () => {
        this.droppedEvents += 1;
      },
      onEnd: () => this.connections.delete(connection),
    });
    this.connections.add(connection);
    this.onConnection(connection);
    return connection;
  }

  tell({ mutation, result }: MutationEvent): void {
    for (const field of this.#listening.get(mutation) ?? []) this.deliver(field, result);
  }

  /** @returns how many subscriptions it was sent to */
  deliver(field: string, event: MutationEvent['result']): number {
    return [...this.connections].reduce((sent, connection) => sent + connection.deliver(field, event), 0);
  }

  invalidate(invalidation: Invalidation): void {
    for (const connection of this.connections) connection.invalidate(invalidation);
  }

  async #connectRefusal(request: ConnectRequest): Promise<ErrorEntry | null> {
    const reading = readConnectAuth(request);
    if (!reading.ok) return reading.why === 'no protocol' ? noProtocol : badRequest;
    if (!this.#deps.isOwnHost(reading.auth['host'] ?? '')) return badRequest;
    const admission = await admit(this.#runnable, this.#authRequest(reading.auth, '/connect', '{}'), this.#deps);
    return admission.ok ? null : { ...entryFrom(admission.refusal), errorCode: admission.refusal.status };
  }

  async #start({ data, authorization }: StartPayload, signal: AbortSignal): Promise<StartOutcome> {
    if (!this.#deps.isOwnHost(authorization['host'] ?? '')) return refused(badRequest);
    const authorize = () => admit(this.#runnable, this.#authRequest(authorization, '', data), this.#deps);
    const admission = await authorize();
    if (!admission.ok) return refused(entryFrom(admission.refusal));
    const reading = requestFromText(data);
    if (!reading.ok) return refused(entryFrom(reading.refusal));
    const kind = reading.request.operation.operation;
    if (kind !== OperationTypeNode.SUBSCRIPTION) return refused(unsupported(kind));
    const scope = { caller: admission.caller, now: () => this.#deps.clock.now(), signal };
    const subscribing = await subscribe(this.#runnable, reading.request, scope);
    if (!subscribing.ok) return subscribing;
    const stillAuthorized = async () => {
      const again = await authorize();
      return again.ok ? null : entryFrom(again.refusal);
    };
    return { ok: true, subscription: subscribing.subscription, stillAuthorized };
  }

  /** A signature is about a request that is never sent: a POST to the API, of what the socket carries. */
  #authRequest(auth: Readonly<Record<string, string>>, suffix: string, body: string): AuthRequest {
    const { host = '', ...others } = auth;
    const url = new URL(`http://${host}${this.api.path}${suffix}`);
    return { headers: headersFrom({ ...others, host }), method: 'POST', url, body };
  }
}

const noProtocol: ErrorEntry = { message: 'NoProtocolError', errorCode: 400 };
const badRequest: ErrorEntry = { errorType: 'BadRequestException', errorCode: 400 };

const refused = (error: ErrorEntry): StartOutcome => ({ ok: false, errors: [error] });

const entryFrom = ({ errorType, message }: Refusal): ErrorEntry => ({
  errorType,
  ...(message !== undefined && { message }),
});

/** Names are taken to the letter here. Only signers write `authorization` small. */
function headersFrom(auth: Readonly<Record<string, string>>): Headers {
  const { authorization, ...others } = auth;
  const entries = Object.entries(others).filter(([name, value]) => isHeader(name, value) && !isMisspelt(name));
  const headers = new Headers(entries);
  if (authorization?.startsWith('AWS4-')) headers.set('authorization', authorization);
  return headers;
}

const isMisspelt = (name: string) =>
  ['Authorization', 'x-api-key'].some((right) => name !== right && name.toLowerCase() === right.toLowerCase());

/** The object is any JSON: what cannot stand in a header is no credential. */
function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
