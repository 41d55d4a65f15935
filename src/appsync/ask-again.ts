// A query whose token AppSync finds expired is asked once more with a fresh one. Never a mutation: that it was refused the first time is
// only what the answer says.
import { parse, Kind, OperationTypeNode } from 'graphql';
import type { Answer, Operation } from './http.ts';

export interface AskAgain {
  readonly operation: Operation;
  /** The tab's own headers decide who asks: a fresh token would change nothing. */
  readonly overridden: boolean;
  readonly send: () => Promise<Answer>;
  /** Gets a fresh token for the next `send`; false where there is none to be had. */
  readonly renew: () => Promise<boolean>;
}

export async function sendAgainIfExpired(ask: AskAgain): Promise<{ answer: Answer; askedAgain: boolean }> {
  const answer = await ask.send();
  if (!saysExpired(answer) || ask.overridden || !isQuery(ask.operation) || !(await ask.renew())) {
    return { answer, askedAgain: false };
  }
  return { answer: await ask.send(), askedAgain: true };
}

function saysExpired({ status, body }: Answer): boolean {
  return status === 401 && body.kind === 'json' && /expired/i.test(JSON.stringify(body.value));
}

/** Whether the operation that will run is a query; false for what cannot be read. */
export function isQuery({ query, operationName }: Operation): boolean {
  try {
    const operations = parse(query, { noLocation: true }).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const meant =
      operationName === undefined ? operations : operations.filter(({ name }) => name?.value === operationName);
    return meant.length > 0 && meant.every(({ operation }) => operation === OperationTypeNode.QUERY);
  } catch {
    return false;
  }
}
