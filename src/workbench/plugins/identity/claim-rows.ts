// A token's claims as rows to read: what each is called, what it means, and its value as a time, a list or a text. Pure. It takes
// the claims as they stand: whether they can be believed, the check of the signature tells.

import { knownClaims, type ClaimSection, type KnownClaim, type TokenKind } from './known-claims.ts';

export type Claims = Readonly<Record<string, unknown>>;

export type ClaimValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `at` in ms; `raw` as the token has it. */
  | { readonly kind: 'time'; readonly at: number; readonly raw: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'json'; readonly text: string };

export interface ClaimRow {
  readonly name: string;
  readonly meaning?: string;
  readonly value: ClaimValue;
}

export interface ClaimGroup {
  readonly title: string;
  /** What all its rows have in common. */
  readonly note?: string;
  readonly rows: readonly ClaimRow[];
}

const sections: readonly { readonly section: ClaimSection; readonly title: string }[] = [
  { section: 'may', title: 'Rights' },
  { section: 'who', title: 'User' },
  { section: 'when', title: 'Times' },
  { section: 'origin', title: 'Where it comes from' },
];

// A Map: a token may hold a claim of the name of something that every object has.
const knownByName = new Map(knownClaims.map((claim) => [claim.name, claim]));

/** Every claim is in one row; groups without a row are left out. */
export function claimGroupsFrom(kind: TokenKind, claims: Claims): ClaimGroup[] {
  const names = Object.keys(claims);
  const rowsOf = (known: readonly KnownClaim[]) =>
    known.filter(({ name }) => Object.hasOwn(claims, name)).map((claim) => knownRow(claim, kind, claims[claim.name]));
  const unknown = names.filter((name) => !knownByName.has(name)).toSorted();
  const asTheyAre = (chosen: readonly string[]) => chosen.map((name) => ({ name, value: valueFrom(claims[name]) }));
  return [
    ...sections.map(({ section, title }) => ({
      title,
      rows: rowsOf(knownClaims.filter((claim) => claim.section === section)),
    })),
    {
      title: 'Custom attributes',
      note: 'The pool’s own; Cognito writes each as a text.',
      rows: asTheyAre(unknown.filter(isCustom)),
    },
    {
      title: 'Other claims',
      note: 'Not Cognito’s usual ones: most likely the pool’s pre token generation trigger adds them.',
      rows: asTheyAre(unknown.filter((name) => !isCustom(name))),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** The header says which key signed the token, and how. */
export function headerRowsFrom(header: Claims): ClaimRow[] {
  const meanings = new Map([
    ['kid', 'The key of the pool that signed it: one for ID tokens, another for access tokens.'],
    ['alg', 'How it is signed: Cognito uses RS256.'],
  ]);
  return Object.entries(header).map(([name, value]) => {
    const meaning = meanings.get(name);
    return { name, ...(meaning !== undefined && { meaning }), value: valueFrom(value) };
  });
}

function isCustom(name: string): boolean {
  return name.startsWith('custom:') || name.startsWith('dev:custom:');
}

function knownRow({ name, meaning, reads }: KnownClaim, kind: TokenKind, value: unknown): ClaimRow {
  return { name, meaning: typeof meaning === 'string' ? meaning : meaning[kind], value: valueFrom(value, reads) };
}

/** A value that is not of the kind its name promises is shown as it is. */
function valueFrom(value: unknown, reads?: KnownClaim['reads']): ClaimValue {
  if (reads === 'seconds' && isTime(value)) return { kind: 'time', at: value * 1000, raw: String(value) };
  if (reads === 'spaced' && typeof value === 'string') return { kind: 'list', items: value.split(' ').filter(Boolean) };
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { kind: 'list', items: value };
  if (typeof value === 'object' && value !== null) return { kind: 'json', text: JSON.stringify(value, null, 2) };
  return { kind: 'text', text: String(value) };
}

/** Within what a Date can hold. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e12;
}
