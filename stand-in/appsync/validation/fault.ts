// What a rule has found, and the words of the query that AppSync's wording asks for. Read while the visitor still stands there.
import {
  getNamedType,
  Kind,
  print,
  type ASTNode,
  type FieldNode,
  type GraphQLError,
  type ValidationContext,
} from 'graphql';
import type { QueryPlaces } from './query-paths.ts';

export class Fault {
  /** The rule's own text; only this folder's rules have one worth showing. */
  readonly message: string;
  /** The node whose place the error gives. */
  readonly node: ASTNode | undefined;
  readonly #nodes: readonly ASTNode[];
  readonly #context: ValidationContext;
  readonly #places: QueryPlaces;

  constructor(error: GraphQLError, blamed: 'first' | 'second', context: ValidationContext, places: QueryPlaces) {
    this.message = error.message;
    this.#nodes = error.nodes ?? [];
    this.node = this.#nodes[blamed === 'first' ? 0 : 1];
    this.#context = context;
    this.#places = places;
  }

  get kind(): string {
    return this.node?.kind ?? '';
  }

  get parentKind(): string {
    return (this.node && this.#places.parentOf(this.node)?.kind) ?? '';
  }

  /** Of the fragment, variable, argument, directive or type at fault. */
  get name(): string {
    const { node } = this;
    if (node?.kind === Kind.NAME) return node.value;
    if (node?.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
    return (node && 'name' in node && node.name?.value) || '';
  }

  get fieldName(): string {
    return this.#places.pathOf(this.node).at(-1) ?? '';
  }

  /** The named type of the field the visitor stands in. */
  get typeName(): string {
    return getNamedType(this.#context.getType())?.name ?? '';
  }

  get parentTypeName(): string {
    return this.#context.getParentType()?.name ?? '';
  }

  get fragmentTypeName(): string {
    const { node } = this;
    if (node?.kind === Kind.INLINE_FRAGMENT) return node.typeCondition?.name.value ?? '';
    const definition = node?.kind === Kind.FRAGMENT_SPREAD && this.#context.getFragment(node.name.value);
    return definition ? definition.typeCondition.name.value : '';
  }

  get isKnownDirective(): boolean {
    return Boolean(this.#context.getSchema().getDirective(this.name));
  }

  /** The type a variable was declared with, where that rule gives its definition first. */
  get declaredType(): string {
    const [definition] = this.#nodes;
    return definition?.kind === Kind.VARIABLE_DEFINITION ? print(definition.type) : '';
  }

  /** The type that the place wants at which a variable is used. */
  get expectedType(): string {
    const [definition, use] = this.#nodes;
    const operation = definition && this.#places.parentOf(definition);
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return '';
    const usage = this.#context.getRecursiveVariableUsages(operation).find(({ node }) => node === use);
    return usage?.type?.toString() ?? '';
  }

  /** Why two fields cannot be one. The rule gives two chains of fields, each from the outermost to the one in conflict. */
  get conflict(): string {
    const fields = this.#nodes.filter((node) => node.kind === Kind.FIELD);
    const [one, other] = [fields[fields.length / 2 - 1], fields.at(-1)];
    if (!one || !other) return '';
    const responseName = (one.alias ?? one.name).value;
    if (one.name.value !== other.name.value) {
      return `${responseName}: ${one.name.value} and ${other.name.value} are different fields`;
    }
    const hasSameArguments = printedArguments(one) === printedArguments(other);
    return `${responseName}: they ${hasSameArguments ? 'return differing types' : 'have differing arguments'}`;
  }
}

const printedArguments = (field: FieldNode) => (field.arguments ?? []).map(print).toSorted().join(', ');
