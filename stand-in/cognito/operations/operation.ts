// What every operation of the API has in common: a name, the shape of its request, and its answer.
import type { GenericSchema, InferOutput } from 'valibot';
import type { Cognito } from '../cognito.ts';
import { parseRequest } from '../request-shape.ts';

export interface Operation {
  /** As in X-Amz-Target, after the dot. */
  readonly name: string;
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
    answer: async (body, cognito) => answerTo(parseRequest(shape, body), cognito),
  };
}
