// What a file of somebody else's tells of places to sign in and APIs to ask: types only. An importer is pure; no React, no Node.

import type { Connection } from '../connection.ts';

/** An app client of a user pool. */
export interface FoundClient extends Pick<Connection, 'userPoolId' | 'appClientId' | 'cognitoEndpoint'> {
  /** As the file calls it. */
  readonly name: string;
  readonly hasClientSecret?: true;
}

export interface FoundApi extends Pick<Connection, 'graphqlEndpoint'> {
  /** As the file calls it. */
  readonly name: string;
  /** In AppSync's spelling, the default one first; empty where the file does not say. */
  readonly modes: readonly string[];
  /** A secret: for memory only. */
  readonly apiKey?: string;
}

/** All of each: a file may tell of several. */
export interface Found {
  readonly clients: readonly [FoundClient, ...FoundClient[]];
  readonly apis: readonly FoundApi[];
}

/** What was found, or sentences on what the file lacks. */
export type Imported = { readonly ok: true; readonly found: Found } | { readonly ok: false; readonly wrong: string };

export interface Importer {
  /** The file's usual name. */
  readonly format: string;
  /** Whether this JSON, or what a JavaScript file exports, is of the format, complete or not. */
  readonly recognises: (json: unknown) => boolean;
  readonly read: (json: unknown) => Imported;
}
