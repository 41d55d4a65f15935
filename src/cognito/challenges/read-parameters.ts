// Reads a challenge's parameters: what Cognito sent, or half a sentence on what is wrong with it.

import * as v from 'valibot';
import type { ChallengeParameters, Read } from './challenge.ts';

/** JSON in a string, as Cognito packs lists and maps. */
export const jsonText = v.pipe(v.string(), v.parseJson());

export function readParameters<Value>(
  challengeName: string,
  schema: v.GenericSchema<unknown, Value>,
  parameters: ChallengeParameters,
): Read<Value> {
  const parsed = v.safeParse(schema, parameters);
  if (parsed.success) return { ok: true, value: parsed.output };
  // valibot's own message would quote the value.
  const name = v.getDotPath(parsed.issues[0]) ?? 'parameters';
  return { ok: false, wrong: `the ${name} of its ${challengeName} challenge is missing or malformed` };
}
