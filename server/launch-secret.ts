// The secret that a start of the helper writes into its page and asks back where a request could do harm with the developer's
// own AWS credentials. Never written anywhere but into that page.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { launchSecretHeader } from './api.ts';
import { refusal } from './json-api.ts';

export const createLaunchSecret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string) => createHash('sha256').update(text).digest();

/** In a time that tells nothing of where they differ, or of their lengths. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Lets through only requests that carry the secret. */
export function requiringLaunchSecret(secret: string): MiddlewareHandler {
  return async (context, next) => {
    if (isSameSecret(context.req.header(launchSecretHeader) ?? '', secret)) return next();
    return context.json(refusal('The helper has been started again since this page was opened. Reload the page.'), 403);
  };
}
