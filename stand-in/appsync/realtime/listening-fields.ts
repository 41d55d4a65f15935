// Which subscription fields hear of which mutation, from the schema's @aws_subscribe.
import { getDirectiveValues, type GraphQLSchema } from 'graphql';

export type ListeningFields = ReadonlyMap<string, readonly string[]>;

/** By the mutation's name. */
export function listeningFields(schema: GraphQLSchema): ListeningFields {
  const directive = schema.getDirective('aws_subscribe');
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const heard = new Map<string, string[]>();
  for (const { name, astNode } of fields) {
    const mutations: unknown = directive && astNode ? getDirectiveValues(directive, astNode)?.['mutations'] : undefined;
    if (!Array.isArray(mutations)) continue;
    for (const mutation of mutations.map(String)) heard.set(mutation, [...(heard.get(mutation) ?? []), name]);
  }
  return heard;
}
