// The subscriptions of a workbench's tabs, outside of GraphiQL's runs, which end when another tab is entered: each goes on until
// it is stopped, its tab is closed or whom it ran as is gone. Holds no token. Fetched with the first subscription.
import type { Operation } from '../../appsync/http.ts';
import type { RealtimeDeps } from '../../appsync/realtime/connection.ts';
import type { SubscriptionNotice } from '../../appsync/realtime/notices.ts';
import { createRealtime, type Realtime } from '../../appsync/realtime/realtime.ts';
import type { Asking } from '../run-as.ts';
import { createEventLog, type EntrySource, type EventLog, type LogEntry } from './event-log.ts';
import { isRunning, type Phase } from './phase.ts';

export interface SubscriptionRun {
  readonly tabId: string;
  /** The operation's name, or its field's. */
  readonly name: string;
  readonly operation: Operation;
  /** The tab's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly asking: Asking;
}

export interface TabSubscription {
  readonly tabId: string;
  readonly source: EntrySource;
  readonly operation: Operation;
  /** The tab's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly phase: Phase;
  readonly log: EventLog;
}

export interface LiveSubscriptions {
  readonly of: (tabId: string) => TabSubscription | undefined;
  readonly isRunning: (tabId: string) => boolean;
  /** In the order in which they were started. */
  readonly all: () => readonly TabSubscription[];
  /** Of all subscriptions, those of closed tabs too. */
  readonly everything: EventLog;
  /** The tab's earlier one is stopped, and its events leave the tab. */
  readonly start: (run: SubscriptionRun) => void;
  /** Its events stay. */
  readonly stop: (tabId: string) => void;
  /** Another operation takes the tab. */
  readonly leave: (tabId: string) => void;
  /** Those of other tabs are closed. */
  readonly keepTabs: (tabIds: readonly string[]) => void;
  readonly clear: (log: EventLog) => void;
  /** Cuts the wait for the next try short. */
  readonly tryNow: () => void;
  readonly end: () => void;
}

export interface LiveSubscriptionsDeps extends Pick<
  RealtimeDeps,
  'endpoint' | 'openSocket' | 'now' | 'setTimer' | 'random'
> {
  /** How to fetch a fresh token for this identity; undefined where there is no such thing. */
  readonly renewalOf: (identityId: string) => RealtimeDeps['renew'];
  /** Tells each change of who is here. */
  readonly identities: { has(identityId: string): boolean; subscribe(listener: () => void): () => void };
  /** ms since the epoch */
  readonly clock: () => number;
  /** Something is to be drawn anew. */
  readonly changed: () => void;
}

/** Events come by the thousand, and an eye takes ten pictures a second at most. */
const drawnEvery = 100;

interface Entry {
  readonly tabId: string;
  readonly source: EntrySource;
  readonly operation: Operation;
  readonly headers: Readonly<Record<string, string>>;
  readonly log: EventLog;
  phase: Phase;
  /** Since when events may be missing; undefined while they come, or before the first could. */
  lostSince: number | undefined;
  stop(): void;
}

export function createLiveSubscriptions(deps: LiveSubscriptionsDeps): LiveSubscriptions {
  const byTab = new Map<string, Entry>();
  const everything = createEventLog();
  const connections = new Map<string, Realtime>();
  let drawing: (() => void) | undefined;

  function changedSoon(): void {
    drawing ??= deps.setTimer(() => {
      drawing = undefined;
      deps.changed();
    }, drawnEvery);
  }

  function connectionOf({ asker: { identityId }, authorize }: Asking): Realtime {
    const { endpoint, openSocket, now, setTimer, random } = deps;
    const existing = connections.get(identityId);
    if (existing) return existing;
    const renew = deps.renewalOf(identityId);
    const opened = createRealtime({ endpoint, authorize, renew, openSocket, now, setTimer, random });
    connections.set(identityId, opened);
    return opened;
  }

  function add(entry: Entry, logged: LogEntry): void {
    entry.log.add(logged);
    everything.add(logged);
  }

  function hear(entry: Entry, notice: SubscriptionNotice): void {
    const at = deps.clock();
    switch (notice.kind) {
      case 'event': {
        const text = JSON.stringify(notice.payload);
        add(entry, { kind: 'event', source: entry.source, at, text, bytes: utf8Length(text) });
        changedSoon();
        return;
      }
      case 'started':
        if (entry.lostSince !== undefined)
          add(entry, { kind: 'gap', source: entry.source, at, since: entry.lostSince });
        entry.lostSince = undefined;
        entry.phase = { kind: 'live' };
        break;
      case 'waiting':
        loseFrom(entry, at);
        entry.phase = { kind: 'waiting', until: at + notice.milliseconds, why: notice.why };
        break;
      case 'ended':
        entry.phase = { kind: 'ended', why: notice.why };
        break;
      case 'renewing':
      case 'connecting':
      case 'starting':
        loseFrom(entry, at);
        entry.phase = { kind: notice.kind };
        break;
      default:
        notice satisfies never;
    }
    deps.changed();
  }

  function loseFrom(entry: Entry, at: number): void {
    if (entry.phase.kind === 'live') entry.lostSince = at;
  }

  function stop(entry: Entry | undefined, phase: Phase = { kind: 'stopped' }): void {
    if (entry === undefined || !isRunning(entry.phase)) return;
    entry.stop();
    entry.phase = phase;
  }

  function leave(tabId: string): void {
    stop(byTab.get(tabId));
    if (byTab.delete(tabId)) deps.changed();
  }

  const stopWatching = deps.identities.subscribe(() => {
    for (const entry of byTab.values()) {
      if (!isRunning(entry.phase) || deps.identities.has(entry.source.asker.identityId)) continue;
      stop(entry, { kind: 'signed out' });
      deps.changed();
    }
    for (const id of connections.keys()) if (!deps.identities.has(id)) connections.delete(id);
  });

  return {
    of: (tabId) => byTab.get(tabId),
    isRunning: (tabId) => isRunning(byTab.get(tabId)?.phase ?? { kind: 'stopped' }),
    all: () => [...byTab.values()],
    everything,
    start({ tabId, name, operation, headers, asking }) {
      leave(tabId);
      const entry: Entry = {
        tabId,
        source: { operation: name, asker: asking.asker },
        operation,
        headers,
        log: createEventLog(),
        phase: { kind: 'connecting' },
        lostSince: undefined,
        stop: () => undefined,
      };
      byTab.set(tabId, entry);
      entry.stop = connectionOf(asking).subscribe(operation, (notice) => hear(entry, notice), headers);
      deps.changed();
    },
    stop(tabId) {
      stop(byTab.get(tabId));
      deps.changed();
    },
    leave,
    keepTabs(tabIds) {
      for (const tabId of byTab.keys()) if (!tabIds.includes(tabId)) leave(tabId);
    },
    clear(log) {
      log.clear();
      deps.changed();
    },
    tryNow() {
      for (const connection of connections.values()) connection.tryNow();
    },
    end() {
      stopWatching();
      for (const entry of byTab.values()) stop(entry);
      byTab.clear();
    },
  };
}

const encoder = new TextEncoder();
const utf8Length = (text: string) => encoder.encode(text).length;
