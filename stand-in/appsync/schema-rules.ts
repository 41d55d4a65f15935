// Reads the authorization directives out of a schema. Decides nothing: see field-access.ts.
import { getDirectiveValues, type DirectiveNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { AuthMode } from './auth-provider.ts';
import type { AccessRule, FieldRules } from './field-access.ts';

const modeOfDirective: Readonly<Record<string, AuthMode>> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
};

export function fieldRulesFrom(schema: GraphQLSchema, type: GraphQLObjectType, fieldName: string): FieldRules {
  return {
    ofField: accessRules(schema, type.getFields()[fieldName]?.astNode ?? undefined),
    ofType: accessRules(schema, type.astNode ?? undefined),
    isRoot: [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type),
  };
}

type Marked = { readonly directives?: readonly DirectiveNode[] };

function accessRules(schema: GraphQLSchema, node: Marked = {}): AccessRule[] {
  return (node.directives ?? []).flatMap(({ name }): AccessRule[] => {
    const groups = groupsOf(schema, node, name.value);
    if (name.value === 'aws_auth') return [{ kind: 'aws_auth', groups: groups ?? [] }];
    const mode = modeOfDirective[name.value];
    return mode === undefined ? [] : [{ kind: 'mode', mode, groups }];
  });
}

/** Null where the directive names no groups: any user of the pool. */
function groupsOf(schema: GraphQLSchema, node: Marked, directiveName: string): readonly string[] | null {
  const directive = schema.getDirective(directiveName);
  const groups = directive ? getDirectiveValues(directive, node)?.['cognito_groups'] : undefined;
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : null;
}
