// The page from Vite's dev server, behind the same guard, API and launch data as the built one. Its policy is the built one's
// with a nonce for the scripts Vite and its React plugin write into the page, and blob workers, in which Vite's client waits
// for a restarted server.
import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { createServer } from 'vite';
import type { UpgradeListener } from './edge.ts';
import type { PageSource } from './server.ts';

export interface DevPage extends PageSource {
  readonly onUpgrade: UpgradeListener;
  close(): Promise<void>;
}

export async function openDevPage(root: string): Promise<DevPage> {
  const nonce = randomUUID();
  // Never listens: the helper has one server per loopback address, and hands their WebSockets to Vite through this one.
  const gateway = createHttpServer();
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    html: { cspNonce: nonce },
    server: { middlewareMode: true, hmr: { server: gateway }, cors: false },
  });
  const files: MiddlewareHandler<{ Bindings: HttpBindings }> = async ({ env: { incoming, outgoing } }, next) => {
    const answered = await new Promise<boolean>((resolve) => {
      outgoing.once('close', () => resolve(true));
      vite.middlewares(incoming, outgoing, () => resolve(false));
    });
    return answered ? RESPONSE_ALREADY_SENT : next();
  };
  return {
    template: async () => vite.transformIndexHtml('/', await readFile(join(root, 'index.html'), 'utf8')),
    relaxations: { nonce },
    files,
    onUpgrade: (request, socket, head) => gateway.emit('upgrade', request, socket, head),
    close: () => vite.close(),
  };
}
