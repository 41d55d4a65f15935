// One timeline of the events that several identities heard of the same subscription: which of them each one got. AppSync gives its
// events no number, so the same one is known by the id in it, else by being the same, and by when it came. Pure.

export interface Received {
  /** ms of a monotonic clock. */
  readonly at: number;
  readonly payload: object;
}

export interface TimelineEvent {
  readonly number: number;
  /** ms of the wall clock, when the first of them got it. */
  readonly at: number;
  /** "onCreatePost post-41" */
  readonly title: string;
  readonly firstAt: number;
  readonly received: ReadonlyMap<string, Received>;
  /** Who listened when it came. */
  readonly listening: ReadonlySet<string>;
}

export interface Heard {
  readonly participantId: string;
  readonly payload: object;
  readonly now: number;
  readonly clock: number;
  readonly listening: ReadonlySet<string>;
}

/** The same event reaches all within a moment; what comes later is another one. */
const sameWithin = 5000;
export const mostEvents = 1000;

export function withEvent(events: readonly TimelineEvent[], heard: Heard): readonly TimelineEvent[] {
  const { participantId, payload, now, clock, listening } = heard;
  const key = keyOf(payload);
  const index = events.findIndex(
    (event) =>
      now - event.firstAt <= sameWithin &&
      !event.received.has(participantId) &&
      [...event.received.values()].some((received) => keyOf(received.payload) === key),
  );
  const mine: Received = { at: now, payload };
  const known = events[index];
  if (known !== undefined) {
    return events.with(index, { ...known, received: new Map([...known.received, [participantId, mine]]) });
  }
  const number = (events.at(-1)?.number ?? 0) + 1;
  const received = new Map([[participantId, mine]]);
  const event: TimelineEvent = { number, at: clock, title: titleOf(payload), firstAt: now, received, listening };
  return [...events.slice(events.length >= mostEvents ? 1 : 0), event];
}

/** Field and id, where there is one; else all of it but what a rule may have taken out. */
function keyOf(payload: object): string {
  const [field, value] = firstField(payload);
  const id = idIn(value);
  return id === undefined ? `${field} ${JSON.stringify(value)}` : `${field}=${id}`;
}

function titleOf(payload: object): string {
  const [field, value] = firstField(payload);
  const id = idIn(value);
  return id === undefined ? field : `${field} ${id}`;
}

function firstField(payload: object): [field: string, value: unknown] {
  const data: unknown = 'data' in payload ? payload.data : undefined;
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return entries[0] ?? ['event', null];
}

function idIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id') || !('id' in value)) return undefined;
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : undefined;
}
