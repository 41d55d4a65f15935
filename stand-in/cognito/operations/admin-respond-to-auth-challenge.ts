// AdminRespondToAuthChallenge: an answer to a challenge, by an administrator's backend.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html
import * as v from 'valibot';
import { answerChallenge, challengeAnswerShape } from '../answer-challenge.ts';
import { appClientInPool } from '../cognito.ts';
import { userPoolId } from '../request-shape.ts';
import { signedOperation } from './operation.ts';

const shape = v.object({ UserPoolId: userPoolId, ...challengeAnswerShape.entries });

export const adminRespondToAuthChallenge = signedOperation('AdminRespondToAuthChallenge', shape, (request, cognito) =>
  answerChallenge(appClientInPool(cognito, request.UserPoolId, request.ClientId), request, cognito),
);
