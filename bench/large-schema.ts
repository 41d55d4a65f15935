// A schema as Amplify makes one of 300 models: about 3.5 MB of introspection. Pure.
import { buildSchema, introspectionFromSchema } from 'graphql';

export const models = 300;
const fields = ['title', 'summary', 'status', 'owner', 'phone', 'city', 'country', 'note'];
const operators = ['ne', 'eq', 'le', 'lt', 'ge', 'gt', 'contains', 'notContains', 'beginsWith'];

function modelOf(index: number): string {
  const name = `Model${index}`;
  const next = `Model${(index + 1) % models}`;
  const scalars = (type: string) => fields.map((field) => `${field}: ${type}`).join(' ');
  return `
    "One of the records that the bench makes up, number ${index}."
    type ${name} { id: ID! ${scalars('String')} next: ${next} nexts(filter: ${next}FilterInput, limit: Int, nextToken: String): ${next}Connection createdAt: String! updatedAt: String! }
    type ${name}Connection { items: [${name}]! nextToken: String }
    input ${name}FilterInput { id: StringFilter ${scalars('StringFilter')} and: [${name}FilterInput] or: [${name}FilterInput] not: ${name}FilterInput }
    input Create${name}Input { id: ID ${scalars('String')} }
    input Update${name}Input { id: ID! ${scalars('String')} }
    input Delete${name}Input { id: ID! }`;
}

function largeSchema(): string {
  const names = Array.from({ length: models }, (_, index) => `Model${index}`);
  return `
    input StringFilter { ${operators.map((operator) => `${operator}: String`).join(' ')} between: [String] }
    ${names.map((_, index) => modelOf(index)).join('\n')}
    type Query { ${names.map((name) => `get${name}(id: ID!): ${name} list${name}(filter: ${name}FilterInput, limit: Int, nextToken: String): ${name}Connection`).join(' ')} }
    type Mutation { ${names.map((name) => ['Create', 'Update', 'Delete'].map((verb) => `${verb.toLowerCase()}${name}(input: ${verb}${name}Input!): ${name}`).join(' ')).join(' ')} }
    type Subscription { ${names.map((name) => `onCreate${name}: ${name} onUpdate${name}: ${name} onDelete${name}: ${name}`).join(' ')} }`;
}

/** The answer to an introspection, as text. */
export function largeIntrospection(): string {
  return JSON.stringify({ data: introspectionFromSchema(buildSchema(largeSchema())) });
}
