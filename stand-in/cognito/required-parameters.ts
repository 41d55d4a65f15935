// AWS's sentence about a parameter that is not there; an empty one counts as not there.
import { invalidParameter } from './cognito-error.ts';

export function requireParameters(given: Readonly<Record<string, string>>, required: readonly string[]): void {
  const missing = required.find((name) => (given[name] ?? '') === '');
  if (missing !== undefined) throw invalidParameter(`Missing required parameter ${missing}`);
}
