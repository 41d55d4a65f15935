// One AppSync API over HTTP, as a Hono app that answers at the API's own path. What is said is decided elsewhere: caller.ts,
// graphql-request.ts, run-operation.ts.
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Answer } from './answer.ts';
import type { AppSyncDeps } from './api.ts';
import { admit } from './admission/admit.ts';
import { requestFromGet, requestFromPost, type RequestReading } from './graphql-request.ts';
import { refusals, type Refusal } from './refusals.ts';
import type { RealtimeHub } from './realtime/hub.ts';
import { RequestRate } from './request-rate.ts';
import { operationRunner } from './run-operation.ts';
import type { RunnableApi } from './runnable-api.ts';

/** AppSync's list as captured; a browser's code can read no other header, so not the tokens consumed. */
const exposedHeaders = [
  'x-amzn-RequestId',
  'x-amzn-ErrorType',
  'x-amz-user-agent',
  'x-amzn-ErrorMessage',
  'Date',
  'x-amz-schema-version',
];

/** @param hub hears of every mutation that goes through here */
export function appsyncApp(runnable: RunnableApi, hub: RealtimeHub, deps: AppSyncDeps): Hono {
  const { api } = runnable;
  const runOperation = operationRunner(runnable, deps.clock);
  const rate = new RequestRate(deps.clock);
  const app = new Hono();

  const answerTo = async (c: Context, read: () => RequestReading | Promise<RequestReading>): Promise<Response> => {
    if (rate.isSpent(api.settings.requestTokensPerSecond)) return refuse(c, refusals.throttled);
    const { method, url } = c.req;
    const body = method === 'POST' ? await c.req.text() : '';
    const admission = await admit(runnable, { headers: c.req.raw.headers, method, url: new URL(url), body }, deps);
    if (!admission.ok) return refuse(c, admission.refusal);
    const reading = await read();
    if (!reading.ok) return refuse(c, reading.refusal);
    const scope = { caller: admission.caller, now: () => deps.clock.now(), signal: c.req.raw.signal };
    const { answer, events, invalidations } = await runOperation(reading.request, scope);
    for (const event of events) hub.tell(event);
    for (const invalidation of invalidations) hub.invalidate(invalidation);
    return send(c, 200, answer);
  };

  // Every origin may call. An empty list of allowed headers makes the preflight echo what was asked for.
  const everyOrigin = cors({ origin: '*', allowMethods: ['POST', 'GET', 'OPTIONS'], exposeHeaders: exposedHeaders });
  app.use(`${api.path}/*`, async (c, next) => {
    await next();
    c.header('x-amzn-requestid', deps.requestId());
  });
  app.use(`${api.path}/*`, everyOrigin);
  app.get(api.path, (c) => answerTo(c, () => requestFromGet(new URL(c.req.url).searchParams)));
  app.post(api.path, bodyLimit({ maxSize: 1024 * 1024, onError: (c) => refuse(c, refusals.tooLarge) }), (c) =>
    answerTo(c, async () => requestFromPost(c.req.header('content-type'), await c.req.text())),
  );
  app.all(`${api.path}/*`, unknownOperation);
  return app;
}

/** What the service's front says of a path or a method it does not know; not in AppSync's own form. */
function unknownOperation(c: Context): Response {
  c.header('x-amzn-errortype', 'UnknownOperationException');
  const body = {
    Output: { __type: 'com.amazon.coral.service#UnknownOperationException', message: null },
    Version: '1.0',
  };
  return c.body(JSON.stringify(body), 404, { 'content-type': 'application/json' });
}

function refuse(c: Context, { status, errorType, message }: Refusal): Response {
  c.header('x-amzn-errortype', errorType);
  return send(c, status, { errors: [{ errorType, ...(message === undefined ? {} : { message }) }] });
}

function send(c: Context, status: 200 | Refusal['status'], body: Answer | { readonly errors: readonly object[] }) {
  c.header('x-amzn-appsync-tokensconsumed', '1');
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/json;charset=UTF-8' });
}
