// Finds the first fault of a literal against its type, in graphql-java's order and words. Pure.
import {
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';
import { javaLiteral } from './java-literal.ts';

export interface LiteralFault {
  /** From the argument to the fault: `.field` and `[index]` steps, joined. */
  readonly at: string;
  /** Follows "argument 'x' ". */
  readonly description: string;
}

export function literalFault(node: ValueNode, type: GraphQLInputType, at = ''): LiteralFault | undefined {
  const fault = (text: string): LiteralFault => ({ at, description: `with value '${javaLiteral(node)}' ${text}` });
  if (node.kind === Kind.VARIABLE) return undefined;
  if (node.kind === Kind.NULL) return isNonNullType(type) ? fault('must not be null') : undefined;
  if (isNonNullType(type)) return literalFault(node, type.ofType, at);
  if (isListType(type)) {
    // A single value stands for a list of one.
    if (node.kind !== Kind.LIST) return literalFault(node, type.ofType, at);
    return firstOf(node.values, (item, index) => literalFault(item, type.ofType, `${at}[${index}]`));
  }
  if (isLeafType(type)) return isLiteralOf(type, node) ? undefined : fault(`is not a valid '${type.name}'`);
  if (isInputObjectType(type)) {
    if (node.kind !== Kind.OBJECT) return fault('must be an object type');
    const text = objectFault(node, type);
    if (text !== undefined) return fault(text);
    return firstOf(node.fields, ({ name, value }) => {
      const field = type.getFields()[name.value];
      return field && literalFault(value, field.type, `${at}.${name.value}`);
    });
  }
  return type satisfies never;
}

function objectFault(node: ObjectValueNode, type: GraphQLInputObjectType): string | undefined {
  const given = node.fields.map(({ name }) => name.value);
  const known = type.getFields();
  const missing = Object.values(known).filter((field) => isRequiredInputField(field) && !given.includes(field.name));
  if (missing.length > 0) return `is missing required fields '[${missing.map(({ name }) => name).join(', ')}]'`;
  const unknown = given.find((name) => !Object.hasOwn(known, name));
  return unknown === undefined ? undefined : `contains a field not in '${type.name}': '${unknown}'`;
}

/** Types refuse a literal by throwing or by answering undefined. */
function isLiteralOf(type: GraphQLLeafType, node: ValueNode): boolean {
  try {
    return type.parseLiteral(node, {}) !== undefined;
  } catch {
    return false;
  }
}

function firstOf<T>(
  items: readonly T[],
  faultOf: (item: T, index: number) => LiteralFault | undefined,
): LiteralFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = faultOf(item, index);
    if (fault) return fault;
  }
  return undefined;
}
