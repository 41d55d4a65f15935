// The built app's files, as they are or as the build compressed them. Not the page itself: that one is written per request.
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

/** Names the build gives to compressed twins and its own notes: never served under their own name. */
const hidden = /(?:^|\/)\.|\.(?:br|gz|html)$/;

/**
 * Serves what is in `dist`. Names under /assets/ carry a hash of their content, so they may be kept for ever; everything else
 * is asked for again.
 */
export function staticFiles(dist: string): MiddlewareHandler {
  const serve = serveStatic({ root: dist, precompressed: true });
  return async (context, next) => {
    if (hidden.test(context.req.path)) return next();
    const answer = await serve(context, next);
    if (!(answer instanceof Response)) return answer;
    // serveStatic's own onFound comes too late for headers, and its Vary only with a compressed answer.
    answer.headers.set('Vary', 'Accept-Encoding');
    const hashed = context.req.path.startsWith('/assets/');
    answer.headers.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return answer;
  };
}
