// One subscription opened as several identities at once, and what each hears of it. Each identity has a connection of its own; who is
// gone hears nothing more. Fetched with the first subscription that is compared.

import type { Operation } from '../appsync/http.ts';
import type { RealtimeDeps } from '../appsync/realtime/connection.ts';
import type { End, SubscriptionNotice } from '../appsync/realtime/notices.ts';
import { createRealtime } from '../appsync/realtime/realtime.ts';
import type { Participant } from './participant.ts';
import { withEvent, type TimelineEvent } from './timeline.ts';

export interface Listener {
  readonly participant: Participant;
  readonly state: 'opening' | 'listening' | 'waiting' | 'ended';
  /** "listening", "refused: Unauthorized". */
  readonly words: string;
}

export interface Timeline {
  readonly listeners: readonly Listener[];
  readonly events: readonly TimelineEvent[];
}

export interface Listening {
  /** Starts for who is new, and ends for who is not among them any more. */
  readonly setParticipants: (participants: readonly Participant[]) => void;
  /** Ends them all; what came stays. */
  readonly stop: () => void;
}

export interface ListeningDeps extends Pick<RealtimeDeps, 'endpoint' | 'openSocket' | 'now' | 'setTimer' | 'random'> {
  readonly operation: Operation;
  readonly headers: Readonly<Record<string, string>>;
  /** ms of the wall clock. */
  readonly clock: () => number;
  readonly onChange: (timeline: Timeline) => void;
}

/** Events come by the thousand, and an eye takes ten pictures a second at most. */
const toldEvery = 100;

export function createListening(deps: ListeningDeps): Listening {
  const { endpoint, openSocket, now, setTimer, random, operation, headers, clock, onChange } = deps;
  const open = new Map<string, { listener: Listener; stop: () => void }>();
  let events: readonly TimelineEvent[] = [];
  let telling: (() => void) | undefined;

  function tellSoon(): void {
    telling ??= setTimer(() => {
      telling = undefined;
      onChange({ listeners: Array.from(open.values(), ({ listener }) => listener), events });
    }, toldEvery);
  }

  function hear(id: string, notice: SubscriptionNotice): void {
    const mine = open.get(id);
    if (mine === undefined) return;
    if (notice.kind === 'event') {
      const listening = new Set(
        [...open.values()].flatMap(({ listener }) => (listener.state === 'listening' ? [listener.participant.id] : [])),
      );
      events = withEvent(events, { participantId: id, payload: notice.payload, now: now(), clock: clock(), listening });
    } else mine.listener = { ...mine.listener, ...stateOf(notice) };
    tellSoon();
  }

  function start(participant: Participant): void {
    const { id, authorize, renew } = participant;
    const realtime = createRealtime({ endpoint, authorize, renew, openSocket, now, setTimer, random });
    open.set(id, { listener: { participant, state: 'opening', words: 'connecting…' }, stop: () => undefined });
    const stop = realtime.subscribe(operation, (notice) => hear(id, notice), headers);
    const mine = open.get(id);
    if (mine !== undefined) mine.stop = stop;
  }

  return {
    setParticipants: (participants) => {
      const wanted = new Set(participants.map(({ id }) => id));
      for (const [id, { stop }] of open) {
        if (wanted.has(id)) continue;
        stop();
        open.delete(id);
      }
      for (const participant of participants) if (!open.has(participant.id)) start(participant);
      tellSoon();
    },
    stop: () => {
      for (const mine of open.values()) {
        mine.stop();
        if (mine.listener.state !== 'ended') mine.listener = { ...mine.listener, state: 'ended', words: 'stopped' };
      }
      tellSoon();
    },
  };
}

function stateOf(notice: Exclude<SubscriptionNotice, { kind: 'event' }>): Pick<Listener, 'state' | 'words'> {
  switch (notice.kind) {
    case 'connecting':
      return { state: 'opening', words: 'connecting…' };
    case 'starting':
      return { state: 'opening', words: 'subscribing…' };
    case 'renewing':
      return { state: 'opening', words: 'renewing its token…' };
    case 'started':
      return { state: 'listening', words: 'listening' };
    case 'waiting':
      return { state: 'waiting', words: `no connection (${notice.why}): trying again` };
    case 'ended':
      return { state: 'ended', words: endWords(notice.why) };
    default:
      return notice satisfies never;
  }
}

function endWords(why: End): string {
  switch (why.kind) {
    case 'completed':
      return 'ended by AppSync';
    case 'refused': {
      const [first] = why.errors;
      return `refused: ${first?.errorType ?? first?.message ?? 'no reason given'}`;
    }
    case 'not acknowledged':
      return 'not acknowledged by AppSync';
    case 'not authorized':
      return 'not sent: nothing left to ask with';
    default:
      return why satisfies never;
  }
}
