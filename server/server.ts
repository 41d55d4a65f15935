// The helper as one app: the page with its launch data, its API, and the page's files. The guard stands before it
// (edge.ts); it knows nothing of ports.
import { brotliCompressSync, constants } from 'node:zlib';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { adminSignInRoutes } from './admin-sign-in.ts';
import { adminSignInPath, appsyncSignaturePath, connectionsPath, handedKeysPath, type Demo } from './api.ts';
import { appsyncSignatureRoutes } from './appsync-signature.ts';
import type { AnswerAdminCall } from './aws/admin-calls.ts';
import type { SignForAppSync } from './aws/appsync-signatures.ts';
import { connectionRoutes } from './connection-routes.ts';
import type { ConnectionsFile } from './connections-file.ts';
import { handedKeysRoutes, type HandedKeys } from './handed-keys.ts';
import { refusal } from './json-api.ts';
import { createLaunchSecret } from './launch-secret.ts';
import { pageWith } from './page.ts';
import { policyFor, type Relaxations } from './policy.ts';

/** Where the page comes from: the build, or Vite's dev server. */
export interface PageSource {
  /** index.html with the launch data's marker in it. */
  template(): Promise<string>;
  readonly relaxations: Relaxations;
  /** Everything else of the app. */
  readonly files: MiddlewareHandler;
}

export interface HelperParts {
  readonly pages: PageSource;
  readonly connections: ConnectionsFile;
  readonly demo: Demo | null;
  readonly answerAdminCall: AnswerAdminCall;
  readonly signForAppSync: SignForAppSync;
  readonly handedKeys: HandedKeys;
  /** Told of errors that nobody foresaw. */
  readonly onError: (error: Error) => void;
}

/** Small enough to be compressed for each request; the build's own compression is for the files. */
function htmlAnswer(context: Context, html: string): Response {
  context.header('Content-Type', 'text/html; charset=utf-8');
  context.header('Vary', 'Accept-Encoding');
  const accepted = (context.req.header('Accept-Encoding') ?? '').split(',').map((encoding) => encoding.trim());
  if (!accepted.includes('br')) return context.body(html);
  context.header('Content-Encoding', 'br');
  const compressed = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return context.body(new Uint8Array(compressed));
}

const refuse = (context: Context, status: 404 | 500, message: string): Response =>
  context.json(refusal(message), status, { 'Cache-Control': 'no-store' });

export function helperApp(parts: HelperParts): Hono {
  const { pages, connections, demo, answerAdminCall, signForAppSync, handedKeys, onError } = parts;
  const app = new Hono();
  const launchSecret = createLaunchSecret();

  app.on('GET', ['/', '/index.html'], async (context) => {
    const kept = await connections.read();
    context.header('Cache-Control', 'no-store');
    // Only the page may call the connections; its files (workers have a policy of their own) keep the edge's narrower one.
    const callable = [...kept.connections, ...(demo?.connections ?? [])];
    context.header('Content-Security-Policy', policyFor(callable, pages.relaxations));
    return htmlAnswer(
      context,
      pageWith(await pages.template(), { ...kept, demo, apiKeys: [...handedKeys.take()], launchSecret }),
    );
  });
  app.route(connectionsPath, connectionRoutes(connections, demo?.connections.map(({ id }) => id) ?? []));
  app.route(adminSignInPath, adminSignInRoutes(answerAdminCall, launchSecret));
  app.route(appsyncSignaturePath, appsyncSignatureRoutes(signForAppSync, launchSecret));
  app.route(handedKeysPath, handedKeysRoutes(handedKeys, launchSecret));
  app.get('*', pages.files);
  app.notFound((context) => refuse(context, 404, 'There is nothing here. The app is at /.'));
  app.onError((error, context) => {
    onError(error);
    return refuse(context, 500, 'The helper met an error it did not expect; its terminal says more.');
  });
  return app;
}
