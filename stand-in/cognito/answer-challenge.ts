// What becomes of an answer to a challenge, whoever sends it: is it the right one, and what comes after it.
import * as v from 'valibot';
import { challenges } from './challenges/index.ts';
import type { Challenge, ChallengeReply } from './challenges/challenge.ts';
import type { ClientOfPool, Cognito } from './cognito.ts';
import { notAuthorized, throwRefusal } from './cognito-error.ts';
import { deviceNamed } from './device-named.ts';
import { nextAnswer, type AuthAnswer } from './next-answer.ts';
import type { Progress } from './progress.ts';
import { anyMap, appClientId, oneOf, session } from './request-shape.ts';
import { requireParameters } from './required-parameters.ts';
import { secretHashRefusal } from './secret-hash.ts';
import { userRefusal } from './users.ts';

const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
];

/** The members that RespondToAuthChallenge and AdminRespondToAuthChallenge share. */
export const challengeAnswerShape = v.object({
  ChallengeName: oneOf(challengeNames),
  ClientId: appClientId,
  Session: v.optional(session),
  ChallengeResponses: v.optional(anyMap, {}),
});

export function answerChallenge(
  { pool, client }: ClientOfPool,
  request: v.InferOutput<typeof challengeAnswerShape>,
  cognito: Cognito,
): Promise<AuthAnswer> {
  const { ChallengeName: challengeName, ChallengeResponses: responses, Session = '' } = request;
  const challenge = challenges.find(({ name }) => name === challengeName);
  requireParameters(responses, ['USERNAME', ...(challenge?.requiredResponses ?? [])]);
  if (challenge?.kind !== 'by secret block') requireParameters({ Session }, ['Session']);
  const username = responses['USERNAME'] ?? '';
  throwRefusal(secretHashRefusal(client, username, responses['SECRET_HASH']));
  // A challenge that is never put here cannot have a session.
  if (challenge === undefined) throw notAuthorized('Invalid session for the user.');
  const reply = { pool, client, username, responses };
  return nextAnswer(cognito, progressAfter(challenge, reply, Session, cognito));
}

/** The user may have been disabled since the challenge was put, so this is looked at again. */
function progressAfter(challenge: Challenge, reply: ChallengeReply, sessionText: string, cognito: Cognito): Progress {
  const { client, username, responses } = reply;
  switch (challenge.kind) {
    case 'by secret block': {
      const secretBlock = responses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '';
      const progress = stillWelcome(challenge.judge({ ...reply, secretBlock }, cognito));
      // A device that is lost costs nothing: clients forget it, and send the same proof again.
      const device = deviceNamed(cognito, progress, responses['DEVICE_KEY']);
      challenge.spend(secretBlock, cognito);
      return { ...progress, ...device };
    }
    case 'following': {
      const sessions = cognito.state.challengeSessions;
      const pending = sessions.find(sessionText, { client, username, challengeName: challenge.name });
      const device = deviceNamed(cognito, stillWelcome(pending.progress), responses['DEVICE_KEY']);
      const progress = pending.put.judge(reply);
      sessions.spend(sessionText);
      return { ...progress, ...device };
    }
    default:
      return challenge satisfies never;
  }
}

function stillWelcome(progress: Progress): Progress {
  throwRefusal(userRefusal(progress.user));
  return progress;
}
