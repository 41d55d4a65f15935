// What a file of somebody else's tells of a place to sign in: types only. An importer is pure; no React, no Node.

import type { Connection } from '../connection.ts';

/** What a connection needs, as far as the file says it. */
export type Found = Pick<Connection, 'userPoolId' | 'appClientId' | 'cognitoEndpoint'> &
  Partial<Pick<Connection, 'graphqlEndpoint'>>;

/** What was found, or sentences on what the file lacks. */
export type Imported = { readonly ok: true; readonly found: Found } | { readonly ok: false; readonly wrong: string };

export interface Importer {
  /** The file's usual name. */
  readonly format: string;
  /** Whether this JSON is of the format, complete or not. */
  readonly recognises: (json: unknown) => boolean;
  readonly read: (json: unknown) => Imported;
}
