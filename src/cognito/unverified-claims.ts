// Reads a JWT's claims without checking its signature: for display and for times, never to decide what somebody may do.

import { isRecord } from './cognito-replies.ts';

export type UnverifiedClaims = Readonly<Record<string, unknown>>;

/** The payload of a JWT, unverified; undefined where the text is not one. */
export function unverifiedClaims(token: string): UnverifiedClaims | undefined {
  // All three parts: a signature with a line break in it, as terminals wrap them, is no header that can be sent.
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** A claim that ought to be a string; undefined where it is not. */
export function textClaim(claims: UnverifiedClaims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' ? value : undefined;
}

/** A time claim (exp, iat), epoch seconds in the token, in ms; undefined where it is not a number. */
export function timeClaim(claims: UnverifiedClaims, name: string): number | undefined {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : undefined;
}

/** cognito:groups, in the token's order. */
export function groupsClaim(claims: UnverifiedClaims): string[] {
  const groups = claims['cognito:groups'];
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [];
}
