// Validates a query and says what is wrong with it as AppSync does. The rules and their words are in wordings.ts.
import {
  TypeInfo,
  ValidationContext,
  visit,
  visitInParallel,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { locationsOf, type AnswerError } from '../answer.ts';
import { Fault } from './fault.ts';
import { noIntrospectionRule } from './own-rules.ts';
import { queryPlaces } from './query-paths.ts';
import { wordings, type Wording } from './wordings.ts';

const introspectionOff: Wording = {
  rule: noIntrospectionRule,
  type: 'FieldUndefined',
  describe: ({ message }) => message,
};

/** No errors: the document may be run. */
export function validateOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  introspection: 'ENABLED' | 'DISABLED',
): AnswerError[] {
  const places = queryPlaces(document);
  const typeInfo = new TypeInfo(schema);
  const errors: AnswerError[] = [];
  const inForce: readonly Wording[] = introspection === 'ENABLED' ? wordings : [...wordings, introspectionOff];
  // A context for each rule, so that every report is known by the rule it came from.
  const visitors = inForce.map(({ rule, type, describe, blamed = 'first' }) => {
    const context = new ValidationContext(schema, document, typeInfo, (error) => {
      const fault = new Fault(error, blamed, context, places);
      const path = places.pathOf(fault.node);
      errors.push({
        path: null,
        locations: locationsOf([fault.node]),
        message:
          `Validation error of type ${typeof type === 'string' ? type : type(fault)}: ${describe(fault)}` +
          (path.length > 0 ? ` @ '${path.join('/')}'` : ''),
      });
    });
    return rule(context);
  });
  visit(document, visitWithTypeInfo(typeInfo, visitInParallel(visitors)));
  return errors;
}
