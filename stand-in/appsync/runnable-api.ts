// An API made ready to run: its schema, and the one gate that every field of it stands behind. Made once; holds nothing of any
// caller.
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Api } from './api.ts';
import { accessOf, isClosedByCredential, type Caller } from './caller.ts';
import { executableSchema } from './executable-schema.ts';
import { mayAccess, type FieldRules } from './field-access.ts';
import { unauthorizedField } from './resolver-error.ts';
import { fieldRulesFrom } from './schema-rules.ts';

export interface RunnableApi {
  readonly api: Api;
  readonly schema: GraphQLSchema;
  /** @throws ResolverError where the caller may not have the field */
  admitToField(this: void, caller: Caller, type: GraphQLObjectType, fieldName: string): void;
}

/** @throws Error where the API's schema is unsound. */
export function runnableApi(api: Api): RunnableApi {
  const schema = executableSchema(api.schema);
  const known = new Map<string, FieldRules>();
  const rulesOf = (type: GraphQLObjectType, fieldName: string): FieldRules => {
    const key = `${type.name}.${fieldName}`;
    const rules = known.get(key) ?? fieldRulesFrom(schema, type, fieldName);
    known.set(key, rules);
    return rules;
  };

  return {
    api,
    schema,
    admitToField: (caller, type, fieldName) => {
      const rules = rulesOf(type, fieldName);
      const isClosed = isClosedByCredential(caller, type.name, fieldName, rules.isRoot);
      if (!isClosed && mayAccess(api, rules, accessOf(caller))) return;
      throw unauthorizedField({ parentTypeName: type.name, fieldName });
    },
  };
}
