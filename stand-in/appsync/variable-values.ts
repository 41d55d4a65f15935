// The variables of a request as AppSync takes them: the first fault in its words, and null where nullable ones were left out.
import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { locationsOf, type AnswerError } from './answer.ts';
import { ScalarRefusal } from './scalars/scalar-refusal.ts';

export type Variables = Readonly<Record<string, unknown>>;

export type VariableReading =
  { readonly ok: true; readonly variables: Variables } | { readonly ok: false; readonly error: AnswerError };

/** The operation has been validated: its variables' types exist and are input types. */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): VariableReading {
  const variables: Record<string, unknown> = { ...given };
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    const isGiven = Object.hasOwn(given, name);
    if (!isGiven && definition.defaultValue) continue;
    const value = isGiven ? given[name] : null;
    const fault = valueFault(value, type, { variable: name, at: name });
    if (fault) return { ok: false, error: errorFrom(fault, definition) };
    // Resolvers of AppSync see an explicit null (aws-appsync-community#348).
    variables[name] = value;
  }
  return { ok: true, variables };
}

interface Fault {
  readonly message: string;
  readonly isPlaced: boolean;
}

interface Place {
  /** The variable itself: faults of nulls name it, however deep they are (aws-appsync-community#406). */
  readonly variable: string;
  /** The variable or the input field that holds the value: other faults name this one. */
  readonly at: string;
}

function errorFrom(fault: Fault, definition: VariableDefinitionNode): AnswerError {
  return { path: null, locations: fault.isPlaced ? locationsOf([definition]) : null, message: fault.message };
}

function valueFault(value: unknown, type: GraphQLInputType, place: Place): Fault | undefined {
  if (value === null || value === undefined) {
    if (!isNonNullType(type)) return undefined;
    return placed(`Variable '${place.variable}' has coerced Null value for NonNull type '${type.toString()}'`);
  }
  if (isNonNullType(type)) return valueFault(value, type.ofType, place);
  if (isListType(type)) {
    // A single value stands for a list of one.
    return firstFault(Array.isArray(value) ? value : [value], (item) => valueFault(item, type.ofType, place));
  }
  if (isInputObjectType(type)) return objectFault(value, type, place);
  const invalid = (why: string) => placed(`Variable '${place.at}' has an invalid value. ${why}`);
  try {
    type.parseValue(value);
    return undefined;
  } catch (error) {
    if (error instanceof ScalarRefusal) return invalid(error.message);
    if (isEnumType(type)) {
      return invalid(
        `Invalid input for Enum '${type.name}'. No value found for name '${typeof value === 'string' ? value : JSON.stringify(value)}'`,
      );
    }
    if (isScalarType(type)) return invalid(`Expected type '${type.name}' but was '${javaTypeName(value)}'.`);
    throw error;
  }
}

function objectFault(value: unknown, type: GraphQLInputObjectType, place: Place): Fault | undefined {
  const entries = mapEntries(value);
  if (!entries) {
    return placed(
      `Variable '${place.at}' has an invalid value. Expected type 'Map' but was '${javaTypeName(value)}'. Variables for input objects must be an instance of type 'Map'.`,
    );
  }
  const fields = type.getFields();
  if ([...entries.keys()].some((name) => !Object.hasOwn(fields, name))) {
    const message = `The variables input contains a field that is not defined for input object type '${type.name}' `;
    return { message, isPlaced: false };
  }
  const toRead = Object.values(fields).filter((field) => entries.has(field.name) || isRequiredInputField(field));
  return firstFault(toRead, (field) => valueFault(entries.get(field.name), field.type, { ...place, at: field.name }));
}

const placed = (message: string): Fault => ({ message, isPlaced: true });

function firstFault<T>(items: readonly T[], faultOf: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault) return fault;
  }
  return undefined;
}

function mapEntries(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? new Map<string, unknown>(Object.entries(value)) : undefined;
}

/** The Java class that AppSync's JSON reader makes of a value; graphql-java names it in its refusals. */
function javaTypeName(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) return 'Double';
    return Math.abs(value) < 2 ** 31 ? 'Integer' : 'Long';
  }
  return Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap';
}
