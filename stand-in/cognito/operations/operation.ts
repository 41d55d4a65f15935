// What every operation of the API has in common: a name, the shape of its request, and its answer.
import type { GenericSchema, InferOutput } from 'valibot';
import type { Cognito } from '../cognito.ts';
import { parseRequest } from '../request-shape.ts';

export interface Operation {
  /** As in X-Amz-Target, after the dot. */
  readonly name: string;
  /** Whom the service lets call: anybody, or who signs the request as a principal that may. */
  readonly access: 'open' | 'signed';
  /**
   * @param body parsed JSON
   * @throws CognitoError
   */
  answer(body: unknown, cognito: Cognito): Promise<object>;
}

export function operation<TShape extends GenericSchema>(
  name: string,
  shape: TShape,
  answerTo: (request: InferOutput<TShape>, cognito: Cognito) => object | Promise<object>,
): Operation {
  return {
    name,
    access: 'open',
    answer: async (body, cognito) => answerTo(parseRequest(shape, body), cognito),
  };
}

/** An operation of administrators: needs AWS credentials, whose policy allows it. */
export function signedOperation<TShape extends GenericSchema>(
  name: string,
  shape: TShape,
  answerTo: (request: InferOutput<TShape>, cognito: Cognito) => object | Promise<object>,
): Operation {
  return { ...operation(name, shape, answerTo), access: 'signed' };
}
