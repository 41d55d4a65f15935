// The routes by which the page keeps its connections. What arrives is unknown until the schema has seen it.
import { Hono, type Context } from 'hono';
import { connectionSchema } from '../src/settings/connection.ts';
import type { Change, ConnectionsFile } from './connections-file.ts';
import { bodyOf, boundedBody, neverKept, refusal } from './json-api.ts';

function answer(context: Context, change: Change): Response {
  if (change.ok) return context.json(change.kept);
  return context.json(refusal(change.why), change.fault === 'refused' ? 409 : 500);
}

/** Serves connectionsPath; `taken` are ids a kept connection may not have (the demo's). */
export function connectionRoutes(file: ConnectionsFile, taken: readonly string[]): Hono {
  const routes = new Hono();
  routes.use(neverKept);
  routes.get('/', async (context) => context.json(await file.read()));
  routes.put('/:id', boundedBody('A connection is not that large.'), async (context) => {
    const parsed = await bodyOf(context, connectionSchema, 'a connection');
    if (!parsed.ok) return parsed.answer;
    const connection = parsed.body;
    if (connection.id !== context.req.param('id'))
      return context.json(refusal('The id in the path is another one.'), 400);
    if (taken.includes(connection.id))
      return context.json(refusal('The demo’s connections cannot be changed; copy one.'), 409);
    return answer(context, await file.put(connection));
  });
  routes.delete('/:id', async (context) => answer(context, await file.remove(context.req.param('id'))));
  return routes;
}
