// What the bench talks to, in a process of its own: helper and stand-in as in the demo, and the bench's pages served by the
// helper's own file server. Ends when the bench does. Started by run.ts with an IPC channel.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { builtPage } from '../server/built-page.ts';
import { listenOnLoopback, loopbackHosts } from '../server/loopback.ts';
import { startHelper } from '../server/start.ts';
import { staticFiles } from '../server/static-files.ts';
import { startStandIn, type StandIn } from '../stand-in/start.ts';

/** What run.ts is told. */
export interface Addresses {
  readonly ours: string;
  readonly bare: string;
  readonly srp: string;
  readonly cognitoEndpoint: string;
  readonly appClientId: string;
  readonly graphqlEndpoint: string;
  readonly username: string;
  readonly password: string;
}

/** So many events of a subscription's field, evenly over time. */
export interface BurstRequest {
  readonly field: string;
  readonly count: number;
  readonly perSecond: number;
}

async function servePage(dist: string): Promise<string> {
  const app = new Hono();
  app.get('/', async (context) => context.html(await readFile(join(dist, 'index.html'), 'utf8')));
  app.use(staticFiles(dist));
  const handle = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port } = await listenOnLoopback({
    port: 0,
    hosts: loopbackHosts,
    onRequest: (request, response) => void handle(request, response),
  });
  return `http://localhost:${port}`;
}

async function start(standIn: StandIn, app: string, bare: string, srp: string): Promise<Addresses> {
  const configFolder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-bench-'));
  const helper = await startHelper({ pages: builtPage(app), configFolder, standIn });
  const { connections, people } = standIn.world.guide;
  const [connection, person] = [connections[0], people[0]];
  if (connection === undefined || person === undefined) throw new Error('The demo has no connection or nobody in it.');
  return {
    ours: helper.origin,
    bare: await servePage(bare),
    srp: await servePage(srp),
    cognitoEndpoint: standIn.cognitoEndpoint,
    appClientId: connection.appClientId,
    graphqlEndpoint: new URL(connection.apiPath, standIn.origin).href,
    username: person.username,
    password: person.password,
  };
}

const [app = '', bare = '', srp = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
const standIn = await startStandIn();
process.on('message', ({ field, ...burst }: BurstRequest) => {
  const eventOf = (place: number) => ({
    id: `post-${place}`,
    title: `number-${place}`,
    owner: 'alice',
    createdAt: '2026-02-28T10:00:00.000Z',
  });
  void standIn.levers
    .realtime()
    .burst(field, { ...burst, eventOf })
    .then(() => process.send?.('sent'));
});
process.send?.(await start(standIn, app, bare, srp));
