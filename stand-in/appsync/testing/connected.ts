// For a file of tests: one bench for all of them, and for each a connection of its own, of a user in `readers`.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openRealtimeBench, type RealtimeBench } from './realtime-bench.ts';
import type { RealtimeClient } from './realtime-client.ts';
import { openTokenDesk, type TokenDesk } from './tokens.ts';

export interface Connected {
  readonly desk: TokenDesk;
  readonly bench: RealtimeBench;
  /** What bob shows, when connecting and with each start. */
  readonly bob: { readonly host: string; readonly Authorization: string };
  readonly client: RealtimeClient;
}

export function connectForEachTest(take: (connected: Connected) => void): void {
  let desk: TokenDesk;
  let bench: RealtimeBench;
  beforeAll(async () => {
    desk = await openTokenDesk();
    bench = await openRealtimeBench(desk);
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    const bob = await bench.auth('bob', ['readers']);
    const client = await bench.connect(bob);
    take({ desk, bench, bob, client });
    return () => {
      client.close();
    };
  });
}
