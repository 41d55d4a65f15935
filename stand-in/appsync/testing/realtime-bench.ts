// An API on a port of its own, for tests that come by socket: the stand-in's real listener and upgrade, without its Cognito.
import { listen } from '../../listen.ts';
import { isOwnHost } from '../../loopback-hosts.ts';
import { MovableClock } from '../../movable-clock.ts';
import type { Api } from '../api.ts';
import { createAppSync } from '../appsync.ts';
import { realtimeLevers, type RealtimeLevers } from '../realtime/realtime-levers.ts';
import { realtimeUpgrades } from '../realtime/upgrade.ts';
import { testDeps } from './deps.ts';
import { noteApi } from './note-api.ts';
import { dial, inProtocol, startMessage, type RealtimeClient } from './realtime-client.ts';
import type { TokenDesk } from './tokens.ts';

export interface RealtimeBench {
  readonly api: Api;
  readonly port: number;
  /** With its port. */
  readonly host: string;
  /** Of the real-time endpoint. */
  readonly url: string;
  readonly clock: MovableClock;
  readonly levers: RealtimeLevers;
  auth(username: string, groups?: readonly string[]): Promise<{ host: string; Authorization: string }>;
  /** Connected and acknowledged. */
  connect(auth: object): Promise<RealtimeClient>;
  /** Acknowledged. */
  subscribe(client: RealtimeClient, id: string, auth: object, query: string, variables?: object): Promise<void>;
  /** As a user without groups, over HTTP. */
  mutate(query: string, variables?: object): Promise<unknown>;
  close(): Promise<void>;
}

export async function openRealtimeBench(desk: TokenDesk, changes: Partial<Api> = {}): Promise<RealtimeBench> {
  const clock = new MovableClock();
  const api = noteApi(changes);
  let port = 0;
  const deps = testDeps(desk, { clock, isOwnHost: (host) => isOwnHost(host, port) });
  const { http, realtime } = createAppSync(api, deps);
  const onUpgrade = realtimeUpgrades([realtime], deps);
  const listening = await listen({ fetch: http.fetch, onUpgrade, port: 0, hosts: ['127.0.0.1'] });
  ({ port } = listening);
  const host = `localhost:${port}`;
  const url = `ws://${host}${api.path}/realtime`;
  return {
    api,
    port,
    host,
    url,
    clock,
    levers: realtimeLevers(realtime),
    auth: async (username, groups = []) => ({ host, Authorization: await desk.tokenFor(username, groups) }),
    connect: async (auth) => {
      const client = await dial({ url, protocols: inProtocol(auth) });
      client.send({ type: 'connection_init' });
      await client.next();
      await client.next();
      return client;
    },
    subscribe: async (client, id, auth, query, variables) => {
      client.send(startMessage(id, auth, query, variables));
      const text = await client.nextText();
      if (text !== `{"id":"${id}","type":"start_ack"}`) throw new Error(`The subscription was answered ${text}.`);
    },
    mutate: async (query, variables) => {
      const headers = { authorization: await desk.tokenFor('erin', []), 'content-type': 'application/json' };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`http://${host}${api.path}`, { method: 'POST', headers, body });
      return response.json();
    },
    close: () => listening.close(),
  };
}
