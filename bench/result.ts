// What a measurement gives, and the verdict on it. Pure.

/** One line of the bench's table. */
export interface Result {
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'events';
  /** One value per load or run; the median counts. */
  readonly ours: readonly number[];
  /** The same work done by another, turn about with ours. */
  readonly peer?: { readonly name: string; readonly values: readonly number[] };
  /** At most this often the peer's, or at most this much; absent where a line is only told. */
  readonly goal?: { readonly timesPeer: number } | { readonly atMost: number };
}

export interface Verdict {
  readonly ours: number;
  readonly peer?: number;
  readonly ratio?: number;
  readonly reached?: boolean;
}

/** The middle value; of an even number of them the mean of the two in the middle. Throws on none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('Nothing was measured.');
  return (lower + upper) / 2;
}

export function verdictOn({ ours, peer, goal }: Result): Verdict {
  const verdict = { ours: medianOf(ours), ...(peer && { peer: medianOf(peer.values) }) };
  const ratio = verdict.peer === undefined ? undefined : verdict.ours / verdict.peer;
  const reached =
    goal === undefined
      ? undefined
      : 'atMost' in goal
        ? verdict.ours <= goal.atMost
        : ratio !== undefined && ratio <= goal.timesPeer;
  return { ...verdict, ...(ratio !== undefined && { ratio }), ...(reached !== undefined && { reached }) };
}
