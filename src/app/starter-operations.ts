// Which tabs to start with: those of the demo's API, for every connection that leads there, a person's own copy too. Pure.
import type { Demo } from '../../server/api.ts';
import type { Connection } from '../settings/connection.ts';

export function starterOperationsFor(
  { graphqlEndpoint }: Connection,
  demo: Demo | null,
): Demo['operations'][string] | undefined {
  const toTheSame = demo?.connections.filter((each) => each.graphqlEndpoint === graphqlEndpoint) ?? [];
  return toTheSame.map(({ id }) => demo?.operations[id]).find((operations) => operations !== undefined);
}
