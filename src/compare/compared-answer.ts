// What came back for one identity of a comparison, as the answer table takes it. Pure types: no token, no session, no DOM.

/** An error that says where it belongs. */
export interface PathError {
  readonly path: readonly (string | number)[];
  /** As AppSync gives it: "Unauthorized", "Lambda:Unhandled"; absent for errors of the execution itself. */
  readonly errorType: string | undefined;
  readonly message: string;
}

export type ComparedAnswer =
  | { readonly kind: 'answered'; readonly data: unknown; readonly errors: readonly PathError[] }
  /** The whole request was refused or failed: a status above 400, or errors that belong to no field and no data. */
  | { readonly kind: 'refused'; readonly status: number; readonly errorType: string; readonly message: string }
  /** Nothing that could be compared came: offline, a web page, a session that is over. */
  | { readonly kind: 'none'; readonly short: string; readonly sentence: string }
  | { readonly kind: 'waiting' };
