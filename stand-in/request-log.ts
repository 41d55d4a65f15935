// What the stand-in was asked, in order, so that a test can wait for a request and count requests. Keeps names only: never a
// header's value, a body or a variable.
import type { Arrivals } from './arrivals.ts';

export type Target = 'cognito' | 'sts' | 'appsync' | 'other';

export interface SeenRequest {
  /** Milliseconds since the epoch, by the stand-in's clock. */
  readonly at: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly target: Target;
  /** Cognito: the operation of X-Amz-Target. STS: the Action. AppSync: the name of the GraphQL operation. Null where there is none. */
  readonly operation: string | null;
  /** Lower case. */
  readonly headerNames: readonly string[];
  /** Settles when the exchange is over: the answer went out whole, or the connection ended before. */
  readonly ended: Promise<'answered' | 'cut off'>;
}

export type RequestPredicate = (request: SeenRequest) => boolean;

export type RequestLog = Arrivals<SeenRequest>;
