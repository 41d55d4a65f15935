// One AppSync API of the stand-in, whole: what answers over HTTP and what speaks over sockets, on one schema.
import type { Hono } from 'hono';
import type { Api, AppSyncDeps } from './api.ts';
import { appsyncApp } from './appsync-app.ts';
import { RealtimeHub } from './realtime/hub.ts';
import { runnableApi } from './runnable-api.ts';

export interface AppSync {
  readonly api: Api;
  readonly http: Hono;
  readonly realtime: RealtimeHub;
}

/** @throws Error where the API's schema is unsound. */
export function createAppSync(api: Api, deps: AppSyncDeps): AppSync {
  const runnable = runnableApi(api);
  const realtime = new RealtimeHub(runnable, deps);
  return { api, http: appsyncApp(runnable, realtime, deps), realtime };
}
