// The JSON of an editor, with the comments and trailing commas that GraphiQL's editors let through. Pure.

import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

export type JsonObject =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly sentence: string };

/** Nothing written is an empty object. @param what "variables", for the sentence */
export function jsonObjectFrom(text: string, what: string): JsonObject {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length;
    const problem = printParseErrorCode(first.error)
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    return { ok: false, sentence: `Nothing was sent: this tab’s ${what} are not JSON (${problem}, line ${line}).` };
  }
  if (value === undefined || value === null) return { ok: true, value: {} };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { ok: false, sentence: `Nothing was sent: this tab’s ${what} are JSON, but no object.` };
  }
  return { ok: true, value: Object.fromEntries(Object.entries(value)) };
}
