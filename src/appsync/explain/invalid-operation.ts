// An operation that does not fit the schema, or variables that do not fit the operation: nothing was run. graphql-java's words, as AppSync
// passes them on.
import type { AnswerError, Words } from './explanation.ts';

const offered =
  'Ctrl-Space in the editor offers what fits. If the schema has changed, read it anew (the arrows at the lower left).';

/** "Validation error of type FieldUndefined: Field 'x' in type 'T' is undefined @ 'x'" */
const validation = /^Validation error of type (\w+): ([^]*?)(?: @ '([^']*)')?$/;

type ByType = Readonly<Record<string, (detail: string, at: string) => Words | undefined>>;

const last = (path: string) => path.split('/').at(-1) ?? path;

const byType: ByType = {
  FieldUndefined(detail) {
    const [, field, type] = /^Field '(\w+)' in type '(\w+)' is undefined/.exec(detail) ?? [];
    if (field === undefined || type === undefined) return undefined;
    if (type.startsWith('__')) return introspectionOff;
    return {
      what: `${type} has no field ${field}.`,
      why: 'It is misspelt, or not (or no longer) in the schema.',
      next: offered,
    };
  },
  UnknownType: (detail) => ({
    what: `${last(detail.replace('Unknown type ', 'The schema has no type '))}.`,
    why: 'A fragment or a variable names it.',
    next: offered,
  }),
  SubSelectionRequired: (_detail, at) => ({
    what: `${last(at)} gives an object: say which of its fields you want.`,
    why: 'GraphQL answers with nothing but what is asked for, down to single values.',
    next: `Write ${last(at)} { … } with at least one field.`,
  }),
  SubSelectionNotAllowed: (_detail, at) => ({
    what: `${last(at)} is a single value: it has no fields to choose from.`,
    why: 'An AWSJSON is a string to GraphQL, whatever is in it.',
    next: 'Take the braces behind it away.',
  }),
  MissingFieldArgument: (detail, at) => ({
    what: `${last(at)} lacks an argument that it must have.`,
    why: detail,
    next: 'Write it in, or put a variable there.',
  }),
  UnknownArgument: (detail, at) => ({
    what: `${last(at)} takes no argument ${last(detail.replace(/^.* argument /, ''))}.`,
    why: 'It is misspelt, or not (or no longer) in the schema.',
    next: offered,
  }),
  WrongType: (detail, at) => ({
    what: `An argument of ${last(at)} is of the wrong type.`,
    why: detail,
    next: 'Hover the argument for its type. An AWSJSON wants JSON within a string, a date its own form.',
  }),
  VariableTypeMismatch: (detail) => ({
    what: 'A variable is declared as another type than the place where it stands.',
    why: detail,
    next: 'Declare it with the type that is expected there, exclamation marks included.',
  }),
  UndefinedVariable: (detail) => ({
    what: `The variable $${last(detail.replace('Undefined variable ', ''))} is not declared.`,
    why: 'Each variable stands in the first line of its operation, with its type.',
    next: 'Declare it: query Name($variable: Type).',
  }),
  UnusedVariable: (detail) => ({
    what: `The variable $${last(detail.replace('Unused variable ', ''))} is declared and used nowhere.`,
    why: 'AppSync refuses the whole operation for that.',
    next: 'Use it, or take it out of the first line.',
  }),
  UnusedFragment: (detail) => ({
    what: `The fragment ${last(detail.replace('Unused fragment ', ''))} is used nowhere.`,
    why: 'AppSync refuses the whole operation for that.',
    next: 'Use it, or take it out.',
  }),
};

/** LIMDOC: "introspection disabled" looks as if the meta types had no fields. */
const introspectionOff: Words = {
  what: 'Introspection is switched off at this API.',
  why: 'AppSync then answers as if the schema’s own types had no fields. Only the documentation, completion and checks in the editor are missing: operations run as ever.',
  next: 'Bring the schema as a file (SDL or introspection JSON), or have it switched on: aws appsync update-graphql-api --introspection-config ENABLED.',
  action: 'bring-schema',
};

export function explainInvalidOperation({ message }: AnswerError): Words | undefined {
  const found = validation.exec(message);
  if (found) {
    const [, type = '', detail = '', at = ''] = found;
    return (
      byType[type]?.(detail, at) ?? {
        what: 'The operation does not fit the schema.',
        why: detail,
        next: offered,
      }
    );
  }
  return explainVariables(message);
}

const underVariables = 'Give it under Variables, below the operation.';

function explainVariables(message: string): Words | undefined {
  const [, missing, type] = /^Variable '(.+)' has coerced Null value for NonNull type '(.+)'$/.exec(message) ?? [];
  if (missing !== undefined) {
    return {
      what: `$${missing} has no value, though it must have one.`,
      why: `The operation declares it as ${type}. Where it is an input object, one of the values within may be what is missing.`,
      next: underVariables,
    };
  }
  const [, wrong, why] = /^Variable '(.+)' has an invalid value\. ([^]+)$/.exec(message) ?? [];
  if (wrong !== undefined) {
    return {
      what: `The value of $${wrong} is not what the schema wants there.`,
      why: why ?? '',
      next: 'Correct it under Variables.',
    };
  }
  const [, input] = /field that is not defined for input object type '(\w+)'/.exec(message) ?? [];
  if (input !== undefined) {
    return {
      what: `The variables hold a field that ${input} does not have.`,
      why: 'AppSync does not say which. It takes no field beside those of the schema.',
      next: `Compare the variables with the input ${input} in the documentation.`,
    };
  }
  return undefined;
}
