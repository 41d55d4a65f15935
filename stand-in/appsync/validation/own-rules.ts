// The rules whose faults graphql-js does not report in a way that graphql-java's wording can be made of: which argument is
// missing, and which part of which argument is wrong. They report with AppSync's description as the message.
import {
  GraphQLError,
  isRequiredArgument,
  print,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { literalFault } from './literal-fault.ts';

export const wrongTypeRule: ValidationRule = (context): ASTVisitor => ({
  Argument(node) {
    const type = context.getArgument()?.type;
    const fault = type && literalFault(node.value, type);
    if (fault) report(context, `argument '${node.name.value}${fault.at}' ${fault.description}`, node);
  },
});

export const badDefaultRule: ValidationRule = (context): ASTVisitor => ({
  VariableDefinition(node) {
    const type = context.getInputType();
    if (!node.defaultValue || !type || !literalFault(node.defaultValue, type)) return;
    report(context, `Bad default value ${print(node.defaultValue)} for type ${type.toString()}`, node);
  },
});

export const missingFieldArgumentRule: ValidationRule = (context): ASTVisitor => ({
  Field: {
    // On leaving, so that faults within the field come first.
    leave(node) {
      for (const name of missing(context.getFieldDef()?.args, node.arguments)) {
        report(context, `Missing field argument ${name}`, node);
      }
    },
  },
});

export const missingDirectiveArgumentRule: ValidationRule = (context): ASTVisitor => ({
  Directive: {
    leave(node) {
      for (const name of missing(context.getSchema().getDirective(node.name.value)?.args, node.arguments)) {
        report(context, `Missing directive argument ${name}`, node);
      }
    },
  },
});

/** What an API with introspection switched off says of the meta types: that they have no fields. */
export const noIntrospectionRule: ValidationRule = (context): ASTVisitor => ({
  Field(node) {
    const parent = context.getParentType()?.name;
    if (!parent?.startsWith('__') || node.name.value === '__typename') return;
    report(context, `Field '${node.name.value}' in type '${parent}' is undefined`, node);
  },
});

type Argument = NonNullable<ReturnType<ValidationContext['getArgument']>>;
type Node = NonNullable<GraphQLError['nodes']>[number];

function missing(
  defined: readonly Argument[] = [],
  given: readonly { readonly name: { readonly value: string } }[] = [],
): string[] {
  return defined
    .filter((argument) => isRequiredArgument(argument) && !given.some(({ name }) => name.value === argument.name))
    .map(({ name }) => name);
}

const report = (context: ValidationContext, description: string, node: Node) =>
  context.reportError(new GraphQLError(description, { nodes: node }));
