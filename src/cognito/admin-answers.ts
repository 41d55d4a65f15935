// The admin flow over whoever signs for it: the page's helper, or the command line itself. What the signer says becomes what
// Cognito would have said. Signs nothing.

import type { AdminSignInAnswer, AdminSignInRequest } from '../../server/api.ts';
import type { AdminApi } from './admin-api.ts';
import { CognitoError, isAwsException } from './cognito-error.ts';
import { parseAuthReply, type AuthReply } from './cognito-replies.ts';

/** Rejects with a CognitoError where nobody signs, or where `signal` stopped it. */
export type AskSigner = (request: AdminSignInRequest, signal: AbortSignal | undefined) => Promise<AdminSignInAnswer>;

export function createAdminApi({ cognitoEndpoint, ask }: { cognitoEndpoint: string; ask: AskSigner }): AdminApi {
  return {
    adminInitiateAuth: async ({ UserPoolId: userPoolId, ...input }, signal) =>
      replyFrom(await ask({ cognitoEndpoint, userPoolId, operation: 'AdminInitiateAuth', input }, signal)),
    adminRespondToAuthChallenge: async ({ UserPoolId: userPoolId, ...input }, signal) =>
      replyFrom(await ask({ cognitoEndpoint, userPoolId, operation: 'AdminRespondToAuthChallenge', input }, signal)),
  };
}

/** Throws a CognitoError for every answer that is no reply. */
function replyFrom(answer: AdminSignInAnswer): AuthReply {
  switch (answer.kind) {
    case 'reply': {
      const parsed = parseAuthReply(answer.reply);
      if (parsed.ok) return parsed.reply;
      throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: parsed.wrong });
    }
    case 'aws-error': {
      const { code, message: awsMessage } = answer;
      throw isAwsException(code)
        ? new CognitoError(code, { awsMessage })
        : new CognitoError('Unknown', { awsType: code, awsMessage });
    }
    case 'iam': {
      const { message: awsMessage } = answer;
      // Where a policy denies expressly, another that allows does not help.
      const policy = /explicit deny/i.test(awsMessage) ? undefined : answer.policy;
      throw new CognitoError('AccessDeniedException', { awsMessage, policy });
    }
    case 'no-credentials':
      throw new CognitoError('NoCredentials', { detail: answer.message, command: answer.command });
    case 'no-answer':
      throw new CognitoError(answer.code, { timedOut: answer.timedOut });
    default:
      return answer satisfies never;
  }
}
