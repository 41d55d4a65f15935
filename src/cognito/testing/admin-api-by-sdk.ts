// What the helper does in the page's stead, done by AWS's own SDK: the admin flow of whole sign-ins in tests.
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  ChallengeNameType,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider';
import { demoRegion } from '../../../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../../../stand-in/start.ts';
import type { AdminApi } from '../admin-api.ts';
import { CognitoError, isAwsException } from '../cognito-error.ts';
import { parseAuthReply } from '../cognito-replies.ts';

interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** @param standIn its clock is what the calls are signed by, wherever a test has moved it */
export function adminApiBySdk({ cognitoEndpoint, levers }: StandIn, credentials: AwsKeys): AdminApi {
  const client = new CognitoIdentityProviderClient({
    region: demoRegion,
    endpoint: cognitoEndpoint,
    credentials,
    maxAttempts: 1,
    systemClockOffset: levers.now() - Date.now(),
  });
  const replyTo = async (answer: Promise<object>) => {
    const parsed = parseAuthReply(
      await answer.catch((error: unknown) => {
        if (!(error instanceof CognitoIdentityProviderServiceException)) throw error;
        throw new CognitoError(isAwsException(error.name) ? error.name : 'Unknown', { awsMessage: error.message });
      }),
    );
    if (!parsed.ok) throw new Error(parsed.wrong);
    return parsed.reply;
  };
  return {
    adminInitiateAuth: (request) => replyTo(client.send(new AdminInitiateAuthCommand(request))),
    adminRespondToAuthChallenge: ({ ChallengeName: name, ...request }) => {
      const ChallengeName = Object.values(ChallengeNameType).find((known) => known === name);
      if (ChallengeName === undefined) throw new Error(`The SDK knows no ${name}.`);
      return replyTo(client.send(new AdminRespondToAuthChallengeCommand({ ...request, ChallengeName })));
    },
  };
}
