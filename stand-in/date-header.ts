// Answers bear the stand-in's clock, as AWS's bear AWS's: an AWS SDK whose own clock is wrong reads it there and signs anew.
import type { MiddlewareHandler } from 'hono';

export function dateHeader(now: () => number): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.res.headers.set('date', new Date(now()).toUTCString());
  };
}
