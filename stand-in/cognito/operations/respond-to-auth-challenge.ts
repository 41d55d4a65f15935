// RespondToAuthChallenge: an answer to a challenge.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
import { answerChallenge, challengeAnswerShape } from '../answer-challenge.ts';
import { appClientOf } from '../cognito.ts';
import { operation } from './operation.ts';

export const respondToAuthChallenge = operation('RespondToAuthChallenge', challengeAnswerShape, (request, cognito) =>
  answerChallenge(appClientOf(cognito, request.ClientId), request, cognito),
);
