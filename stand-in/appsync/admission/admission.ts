// What comes of a request's credentials: a caller, or the refusal of the whole request.
import type { Caller } from '../caller.ts';
import type { Refusal } from '../refusals.ts';

export type Admission =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly refusal: Refusal };

export const admitted = (caller: Caller): Admission => ({ ok: true, caller });
export const refused = (refusal: Refusal): Admission => ({ ok: false, refusal });

/** What a request says of who sends it, and what it would have signed. */
export interface AuthRequest {
  readonly headers: Headers;
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}
