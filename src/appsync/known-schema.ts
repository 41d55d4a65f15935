// What is known of each API's schema, by endpoint, for as long as the page lives: in memory only, and the same whoever asks. It reads
// nothing itself.
import type { GraphQLSchema } from 'graphql';
import type { AuthMode } from './authorization.ts';
import type { AccessRules, ApiAccess } from './schema-access.ts';

/** A file that a person brought: it counts before what the API says of itself. */
export interface BroughtSchema {
  readonly fileName: string;
  readonly schema: GraphQLSchema;
  /** Of SDL. Introspection JSON says nothing of who may call what. */
  readonly rules: AccessRules | undefined;
}

/** What came of asking the API itself, and as whom: the name is for people. */
export type Introspection = { readonly askedAs: string; readonly identityId: string; readonly authMode: AuthMode } & (
  | { readonly state: 'asking' }
  | { readonly state: 'read'; readonly at: number; readonly answer: object }
  | { readonly state: 'failed'; readonly what: string; readonly why: string; readonly next: string }
);

export interface KnownSchema {
  readonly brought?: BroughtSchema;
  readonly introspection?: Introspection;
  /** What a person has said of the API's settings, for fields without a mark. */
  readonly api?: ApiAccess;
}

export interface KnownSchemas {
  readonly of: (endpoint: string) => KnownSchema;
  readonly set: (endpoint: string, change: Partial<KnownSchema>) => void;
  /** Who may call what, with what is known of the API's settings; undefined without SDL. */
  readonly rulesOf: (endpoint: string) => AccessRules | undefined;
  readonly forgetBrought: (endpoint: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const nothing: KnownSchema = {};

export function createKnownSchemas(): KnownSchemas {
  const byEndpoint = new Map<string, KnownSchema>();
  const listeners = new Set<() => void>();
  const keep = (endpoint: string, known: KnownSchema) => {
    byEndpoint.set(endpoint, known);
    for (const listener of listeners) listener();
  };
  const of = (endpoint: string) => byEndpoint.get(endpoint) ?? nothing;
  return {
    of,
    set: (endpoint, change) => keep(endpoint, { ...of(endpoint), ...change }),
    rulesOf(endpoint) {
      const { brought } = of(endpoint);
      return brought?.rules && { ...brought.rules, api: apiOf(of(endpoint)) };
    },
    forgetBrought(endpoint) {
      const { brought: _gone, ...rest } = of(endpoint);
      keep(endpoint, rest);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Introspection is for the default mode only: whoever has read the schema has shown which that is. */
function apiOf({ api, introspection }: KnownSchema): ApiAccess {
  return { ...(introspection?.state === 'read' && { defaultMode: introspection.authMode }), ...api };
}
