// The routes by which the page keeps its connections. What arrives is unknown until the schema has seen it.
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { connectionSchema } from '../src/settings/connection.ts';
import type { Refusal } from './api.ts';
import type { Change, ConnectionsFile } from './connections-file.ts';
import { maxBodyBytes } from './guard.ts';

const refusal = (message: string): Refusal => ({ error: { message } });

function answer(context: Context, change: Change): Response {
  if (change.ok) return context.json(change.kept);
  return context.json(refusal(change.why), change.fault === 'refused' ? 409 : 500);
}

// The guard has judged the length that was told; this counts what comes.
const bounded = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (context) => context.json(refusal('A connection is not that large.'), 413),
});

/** Serves connectionsPath; `taken` are ids a kept connection may not have (the demo's). */
export function connectionRoutes(file: ConnectionsFile, taken: readonly string[]): Hono {
  const routes = new Hono();
  routes.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    await next();
  });
  routes.get('/', async (context) => context.json(await file.read()));
  routes.put('/:id', bounded, async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const parsed = v.safeParse(connectionSchema, body);
    if (!parsed.success) {
      const fields = [...new Set(parsed.issues.map((issue) => v.getDotPath(issue)))].filter((field) => field !== null);
      return context.json(
        refusal(`This is not a connection${fields.length === 0 ? '.' : `: look at ${fields.join(', ')}.`}`),
        400,
      );
    }
    const connection = parsed.output;
    if (connection.id !== context.req.param('id'))
      return context.json(refusal('The id in the path is another one.'), 400);
    if (taken.includes(connection.id))
      return context.json(refusal('The demo’s connections cannot be changed; copy one.'), 409);
    return answer(context, await file.put(connection));
  });
  routes.delete('/:id', async (context) => answer(context, await file.remove(context.req.param('id'))));
  return routes;
}
