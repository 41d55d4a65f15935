// API keys on their way from a connection file into a page's memory. In this process's memory only: the page that hands one over
// gives way to one whose security policy knows the new host, and that one takes the key with it.
import { Hono } from 'hono';
import { handedKeySchema, type HandedKey } from './api.ts';
import { bodyOf, boundedBody, neverKept } from './json-api.ts';
import { requiringLaunchSecret } from './launch-secret.ts';

export interface HandedKeys {
  readonly hand: (key: HandedKey) => void;
  /** For the next page: what was handed over is gone with it, what this start of the helper was given stays. */
  readonly take: () => readonly HandedKey[];
}

export function createHandedKeys(given: readonly HandedKey[] = []): HandedKeys {
  let handed: readonly HandedKey[] = [];
  return {
    hand: (key) => {
      handed = [...handed.filter(({ connectionId }) => connectionId !== key.connectionId), key];
    },
    take: () => {
      const taken = [...given, ...handed];
      handed = [];
      return taken;
    },
  };
}

/** Serves handedKeysPath. */
export function handedKeysRoutes(keys: HandedKeys, launchSecret: string): Hono {
  const routes = new Hono();
  routes.use(neverKept, requiringLaunchSecret(launchSecret));
  routes.post('/', boundedBody('A key is not that large.'), async (context) => {
    const parsed = await bodyOf(context, handedKeySchema, 'an API key');
    if (!parsed.ok) return parsed.answer;
    keys.hand(parsed.body);
    return context.json({});
  });
  return routes;
}
