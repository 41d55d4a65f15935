// One cell of the answer table: what one identity got at one path. The states are exactly those that a person has to tell apart.

import type { ComparedAnswer, PathError } from './compared-answer.ts';
import { nearestError, type ErrorNode } from './error-tree.ts';

export type Scalar = string | number | boolean;

export type Cell =
  /** `error`: at this very path, though there is a value. */
  | { readonly state: 'value'; readonly value: Scalar; readonly error?: PathError }
  | { readonly state: 'object'; readonly typename: string | undefined; readonly size: number }
  | { readonly state: 'list'; readonly count: number }
  | { readonly state: 'null' }
  /** Null, or not there, because of an error: at this path, or `climbed` from one further down. */
  | { readonly state: 'error'; readonly error: PathError; readonly climbed: boolean }
  /** The list of this identity has no such item; what is in the item says so too. */
  | { readonly state: 'missing-item' }
  /** Not there, because something above it was refused. */
  | { readonly state: 'under-error'; readonly error: PathError }
  | { readonly state: 'under-null' }
  /** The answer has another shape: no such field in an object that is there. */
  | { readonly state: 'absent' }
  | { readonly state: 'request-refused'; readonly answer: Extract<ComparedAnswer, { kind: 'refused' }> }
  | { readonly state: 'no-answer'; readonly answer: Extract<ComparedAnswer, { kind: 'none' }> }
  | { readonly state: 'waiting' };

/** In the place of a value that an answer does not have. */
export const gone = Symbol('gone');

const nothing = { state: 'null' } as const;
const missingItem = { state: 'missing-item' } as const;
const underNull = { state: 'under-null' } as const;
const absent = { state: 'absent' } as const;
const waiting = { state: 'waiting' } as const;

/** The one cell that stands in the whole column of an answer that cannot be compared. */
export function columnCell(answer: ComparedAnswer): Cell | undefined {
  switch (answer.kind) {
    case 'answered':
      return undefined;
    case 'refused':
      return { state: 'request-refused', answer };
    case 'none':
      return { state: 'no-answer', answer };
    case 'waiting':
      return waiting;
    default:
      return answer satisfies never;
  }
}

export function cellFrom(value: unknown, at: ErrorNode | undefined, parent: Cell | undefined, isItem: boolean): Cell {
  if (value === gone) return cellWithoutValue(at, parent, isItem);
  if (typeof value === 'object') {
    if (value !== null) return compositeCell(value);
    const error = nearestError(at);
    return error === undefined ? nothing : { state: 'error', error, climbed: at?.here === undefined };
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return absent;
  return at?.here === undefined ? { state: 'value', value } : { state: 'value', value, error: at.here };
}

function compositeCell(value: object): Cell {
  if (Array.isArray(value)) return { state: 'list', count: value.length };
  const typename: unknown = Object.hasOwn(value, '__typename') && '__typename' in value ? value.__typename : undefined;
  return {
    state: 'object',
    typename: typeof typename === 'string' ? typename : undefined,
    size: Object.keys(value).length,
  };
}

function cellWithoutValue(at: ErrorNode | undefined, parent: Cell | undefined, isItem: boolean): Cell {
  // Its null has climbed, but the error says that it belongs here.
  if (at?.here !== undefined) return { state: 'error', error: at.here, climbed: false };
  if (parent?.state === 'error') return { state: 'under-error', error: parent.error };
  if (parent?.state === 'null') return underNull;
  const alike = ['under-error', 'missing-item', 'under-null'] as const;
  if (parent !== undefined && alike.some((state) => state === parent.state)) return parent;
  return parent?.state === 'list' && isItem ? missingItem : absent;
}

/** Says nothing of its own: a row above has told it. */
export function isToldAbove({ state }: Cell, isItem: boolean): boolean {
  return state === 'under-error' || state === 'under-null' || (state === 'missing-item' && !isItem);
}

/** Of the answer as a whole, and so no difference of this row. */
export function isOfTheRequest({ state }: Cell): boolean {
  return state === 'request-refused' || state === 'no-answer' || state === 'waiting';
}

export function sameCell(one: Cell, other: Cell): boolean {
  if (one.state === 'value' && other.state === 'value') return one.value === other.value;
  if (one.state === 'list' && other.state === 'list') return one.count === other.count;
  if (one.state === 'object' && other.state === 'object') {
    return one.typename === other.typename && (one.size === 0) === (other.size === 0);
  }
  if (one.state === 'error' && other.state === 'error') {
    return one.error.errorType === other.error.errorType && one.error.message === other.error.message;
  }
  return one.state === other.state;
}

/** AppSync's refusal of a field: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
export function isPermissionError({ errorType, message }: PathError): boolean {
  return /^unauthorized|accessdenied|forbidden/i.test(errorType ?? '') || /^not authorized\b/i.test(message);
}

/** Whether it is a matter of rights that this is not there. */
export function isRefusedCell(cell: Cell): boolean {
  if (cell.state === 'missing-item') return true;
  return (cell.state === 'error' || cell.state === 'under-error') && isPermissionError(cell.error);
}
