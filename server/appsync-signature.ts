// The route by which the page has a request to AppSync signed for IAM. Behind the guard and the launch secret, like the admin
// sign-in; hands on the signature, and keeps nothing of it.
import { Hono } from 'hono';
import { appsyncSignatureRequestSchema, type AppSyncSignatureAnswer } from './api.ts';
import type { SignForAppSync } from './aws/appsync-signatures.ts';
import { bodyOf, boundedBody, neverKept, refusal } from './json-api.ts';
import { requiringLaunchSecret } from './launch-secret.ts';

/** Serves appsyncSignaturePath. */
export function appsyncSignatureRoutes(signForAppSync: SignForAppSync, launchSecret: string): Hono {
  const routes = new Hono();
  routes.use(neverKept, requiringLaunchSecret(launchSecret));
  routes.post('/', boundedBody('A request for a signature is not that large.'), async (context) => {
    const request = await bodyOf(context, appsyncSignatureRequestSchema, 'a request for a signature');
    if (!request.ok) return request.answer;
    // A page that has gone away waits for nothing.
    const { signal } = context.req.raw;
    const answer = await signForAppSync(request.body, signal).catch((error: unknown) => {
      if (signal.aborted) return { kind: 'refused', why: 'The page has gone.' } as const;
      throw error;
    });
    if (answer.kind === 'refused') return context.json(refusal(answer.why), 400);
    return context.json(answer satisfies AppSyncSignatureAnswer);
  });
  return routes;
}
