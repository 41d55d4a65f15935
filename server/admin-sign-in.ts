// The route by which the page's sign-in has its admin calls signed. Behind the guard and the launch secret; hands on what the call
// came to, and keeps nothing of it.
import { Hono } from 'hono';
import { adminSignInRequestSchema, type AdminSignInAnswer } from './api.ts';
import type { AnswerAdminCall } from './aws/admin-calls.ts';
import { bodyOf, boundedBody, neverKept, refusal } from './json-api.ts';
import { requiringLaunchSecret } from './launch-secret.ts';

/** Serves adminSignInPath. */
export function adminSignInRoutes(answerAdminCall: AnswerAdminCall, launchSecret: string): Hono {
  const routes = new Hono();
  routes.use(neverKept, requiringLaunchSecret(launchSecret));
  routes.post('/', boundedBody('A sign-in is not that large.'), async (context) => {
    const request = await bodyOf(context, adminSignInRequestSchema, 'a call of the admin sign-in');
    if (!request.ok) return request.answer;
    // A page that has gone away waits for nothing.
    const { signal } = context.req.raw;
    const answer = await answerAdminCall(request.body, signal).catch((error: unknown) => {
      if (signal.aborted) return { kind: 'refused', why: 'The page has gone.' } as const;
      throw error;
    });
    if (answer.kind === 'refused') return context.json(refusal(answer.why), 400);
    return context.json(answer satisfies AdminSignInAnswer);
  });
  return routes;
}
