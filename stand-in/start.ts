// Starts a stand-in for Cognito and AppSync, and for STS as far as they need it, on loopback. Everything it knows is made anew at each start and gone with close().
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { amplifyOutputsFrom } from './amplify-outputs.ts';
import { Arrivals } from './arrivals.ts';
import { appsyncDepsFrom } from './appsync-deps.ts';
import { createAppSync } from './appsync/appsync.ts';
import { realtimeUpgrades } from './appsync/realtime/upgrade.ts';
import { adminAccess } from './cognito/admin-access.ts';
import { createCognito } from './cognito/cognito.ts';
import { cognitoApp } from './cognito/cognito-app.ts';
import { errorResponse } from './cognito/cognito-answer.ts';
import { CognitoError } from './cognito/cognito-error.ts';
import { dateHeader } from './date-header.ts';
import { demoWorld } from './demo-world.ts';
import { FaultPlan } from './faults.ts';
import { IamGate } from './iam/iam-gate.ts';
import { createLevers, type Levers } from './levers.ts';
import { listen } from './listen.ts';
import { isOwnHost } from './loopback-hosts.ts';
import { MovableClock } from './movable-clock.ts';
import { oidcApp } from './oidc/oidc-app.ts';
import { OidcIssuers } from './oidc/oidc-issuer.ts';
import { outboxApp, outboxPath } from './outbox-page.ts';
import type { SeenRequest } from './request-log.ts';
import { stsApp } from './sts/sts-app.ts';
import { watchRequests } from './watch-requests.ts';
import type { World } from './world.ts';

export interface StandInOptions {
  /** 0 = any free port, the default. */
  readonly port?: number;
  /** Absent = the demo's. */
  readonly world?: World;
  /** Absent = 127.0.0.1 and, where the machine has it, ::1. */
  readonly hosts?: readonly string[];
}

export interface StandIn {
  readonly port: number;
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** The URL of Cognito's API, with its slash. */
  readonly cognitoEndpoint: string;
  readonly world: World;
  readonly levers: Levers;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

const whatItIs = 'A stand-in for Amazon Cognito and AWS AppSync.';

/** Rejects with Node's error, `code` EADDRINUSE for a busy port. */
export async function startStandIn({ port = 0, world = demoWorld(), hosts }: StandInOptions = {}): Promise<StandIn> {
  const clock = new MovableClock();
  const now = () => clock.now();
  const gate = new IamGate(world.account, now);
  const cognito = createCognito(world.pools, now);
  const log = new Arrivals<SeenRequest>();
  const faults = new FaultPlan();
  let ownPort = port;
  const issuers = new OidcIssuers(world.oidcIssuers, now, () => `http://localhost:${ownPort}`);
  const { region } = world;
  const appsyncDeps = appsyncDepsFrom({ clock, region, cognito, issuers, gate, port: () => ownPort });
  const appsyncs = world.apis.map((api) => createAppSync(api, appsyncDeps));

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    if (isOwnHost(c.req.header('host'), c.env.incoming.socket.localPort)) return next();
    return c.text('The stand-in answers only to localhost, 127.0.0.1 and [::1], with its port.', 403);
  });
  app.use(watchRequests({ log, faults, apiPaths: world.apis.map((api) => api.path), now }));
  app.use('/', dateHeader(now));
  app.route('/', stsApp(gate, region));
  app.route('/', cognitoApp(cognito, adminAccess(gate, region)));
  for (const { http } of appsyncs) app.route('/', http);
  app.route('/', oidcApp(issuers));
  app.route('/', outboxApp(cognito));
  const whatItOffers = [
    whatItIs,
    'What it offers: /amplify_outputs.json',
    `The codes it "sent": ${outboxPath}`,
    ...world.oidcIssuers.map(({ id, path }) => `A token of the OpenID Connect issuer ${id}: ${path}`),
  ].join('\n');
  app.get('/', (c) => c.text(whatItOffers));
  app.get('/amplify_outputs.json', cors(), (c) => c.json(amplifyOutputsFrom(world, new URL(c.req.url).origin)));
  app.onError((error) => errorResponse(new CognitoError('InternalErrorException', String(error))));

  const onUpgrade = realtimeUpgrades(
    appsyncs.map(({ realtime }) => realtime),
    appsyncDeps,
  );
  const listening = await listen({ fetch: app.fetch, onUpgrade, port, hosts });
  ownPort = listening.port;
  const origin = `http://localhost:${listening.port}`;
  return {
    port: listening.port,
    origin,
    cognitoEndpoint: `${origin}/`,
    world,
    levers: createLevers({ world, state: cognito.state, appsyncs, issuers, clock, log, faults }),
    close: () => listening.close(),
  };
}
