// Makes the schema an API runs on: its own SDL, AWS's scalars and directives. Resolvers are not part of it (see field-resolver.ts).
import {
  assertValidSchema,
  DirectiveLocation,
  extendSchema,
  GraphQLDeprecatedDirective,
  GraphQLDirective,
  GraphQLIncludeDirective,
  GraphQLSchema,
  GraphQLSkipDirective,
  parse,
} from 'graphql';
import { awsDirectives } from './aws-directives.ts';
import { awsScalars } from './scalars/aws-scalars.ts';

// graphql-js would add @specifiedBy, @oneOf and newer places for @deprecated, which AppSync does not know. Clients that read
// introspection strictly stumble over them.
const deprecated = new GraphQLDirective({
  ...GraphQLDeprecatedDirective.toConfig(),
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.ENUM_VALUE],
});
const directives = [GraphQLSkipDirective, GraphQLIncludeDirective, deprecated];

/**
 * @param sdl as uploaded to AppSync, with its `schema { … }` definition.
 * @throws Error where it does not parse or is not a sound schema.
 */
export function executableSchema(sdl: string): GraphQLSchema {
  const ofAws = extendSchema(new GraphQLSchema({ types: awsScalars, directives }), parse(awsDirectives));
  const schema = extendSchema(ofAws, parse(sdl));
  assertValidSchema(schema);
  return schema;
}
