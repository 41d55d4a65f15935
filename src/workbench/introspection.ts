// Answers GraphiQL's question for the schema: from the file a person brought, from what this API said before, or by asking it. Once for each
// API, whoever asks; GraphiQL's own button (and Ctrl-Shift-R) asks it anew. Keeps what came of it in what is known of the schema.
import { introspectionFromSchema } from 'graphql';
import type { AuthMode } from '../appsync/authorization.ts';
import type { Explanation, Words } from '../appsync/explain/explanation.ts';
import { explainNoAnswer } from '../appsync/explain/no-answer.ts';
import { sendOperation, type Operation } from '../appsync/http.ts';
import type { Introspection, KnownSchemas } from '../appsync/known-schema.ts';
import { explainLater } from './explain-later.ts';
import type { RunAs } from './run-as.ts';

export interface IntrospectionDeps {
  readonly endpoint: string;
  readonly schemas: KnownSchemas;
  readonly identities: Pick<RunAs, 'first'>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly today: () => number;
}

export type Introspect = (operation: Operation) => Promise<object>;

export function createIntrospect({ endpoint, schemas, identities, fetch, now, today }: IntrospectionDeps): Introspect {
  /** GraphiQL asks once when it is drawn; whenever it asks again, it means it. */
  let asked = false;

  return async (operation) => {
    const { brought, introspection } = schemas.of(endpoint);
    const first = !asked;
    asked = true;
    if (brought) return { data: introspectionFromSchema(brought.schema) };
    if (first && introspection?.state === 'read') return introspection.answer;

    const { asker, authorize } = await identities.first(preferredMode(introspection));
    const about = { askedAs: asker.name, identityId: asker.identityId, authMode: asker.authMode };
    schemas.set(endpoint, { introspection: { state: 'asking', ...about } });
    const fail = ({ what, why, next }: Words) => {
      schemas.set(endpoint, { introspection: { state: 'failed', ...about, what, why, next } });
      // With `data`, or GraphiQL would ask the same again in another form.
      return { data: null, errors: [{ message: what }] };
    };
    try {
      const signal = new AbortController().signal;
      const answer = await sendOperation({ endpoint, operation, authorize, signal, fetch, now });
      if (answer.body.kind === 'json' && hasSchema(answer.body.value)) {
        const read = { state: 'read', ...about, at: today(), answer: answer.body.value } as const;
        // A file may have been brought meanwhile: it counts.
        schemas.set(endpoint, { introspection: read });
        const meanwhile = schemas.of(endpoint).brought;
        return meanwhile ? { data: introspectionFromSchema(meanwhile.schema) } : answer.body.value;
      }
      const [why] = await explainLater(answer, () => ({
        ...asker,
        overridden: false,
        query: operation.query,
        now: today(),
      }));
      return fail(why ?? unreadable);
    } catch (error) {
      return fail(explainNoAnswer(error, asker.authMode) ?? unreadable);
    }
  };
}

/** Introspection takes the API's default auth mode: the one by which it was read, at first most likely the user pool; after a refusal
 * whoever is at hand is to try. */
function preferredMode(before: Introspection | undefined): AuthMode | undefined {
  if (before === undefined) return 'AMAZON_COGNITO_USER_POOLS';
  return before.state === 'failed' ? undefined : before.authMode;
}

const unreadable: Omit<Explanation, 'count' | 'places'> = {
  what: 'The API gave no schema.',
  why: 'Its answer to introspection holds none, and says nothing of why.',
  next: 'Read it anew, or bring the schema as a file.',
};

function hasSchema(value: object): boolean {
  if (!('data' in value) || typeof value.data !== 'object' || value.data === null) return false;
  return '__schema' in value.data && typeof value.data.__schema === 'object' && value.data.__schema !== null;
}
