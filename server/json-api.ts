// What the routes of the helper's API have in common: a bounded JSON body that a schema judges, and answers nobody keeps.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { Refusal } from './api.ts';
import { maxBodyBytes } from './guard.ts';

export const refusal = (message: string): Refusal => ({ error: { message } });

export const neverKept: MiddlewareHandler = async (context, next) => {
  context.header('Cache-Control', 'no-store');
  await next();
};

/** The guard has judged the length that was told; this counts what comes. */
export const boundedBody = (sentence: string): MiddlewareHandler =>
  bodyLimit({ maxSize: maxBodyBytes, onError: (context) => context.json(refusal(sentence), 413) });

/** The body as the schema takes it; or the refusal, which names fields and no value of theirs. */
export async function bodyOf<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
  what: string,
): Promise<
  { readonly ok: true; readonly body: v.InferOutput<Schema> } | { readonly ok: false; readonly answer: Response }
> {
  const json: unknown = await context.req.json().catch(() => undefined);
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return { ok: true, body: parsed.output };
  const fields = [...new Set(parsed.issues.map((issue) => v.getDotPath(issue)))].filter((field) => field !== null);
  const sentence = `This is not ${what}${fields.length === 0 ? '.' : `: look at ${fields.join(', ')}.`}`;
  return { ok: false, answer: context.json(refusal(sentence), 400) };
}
