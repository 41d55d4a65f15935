// The only file that imports the AWS SDK; itself imported when there is something to sign, so that a start does not wait for it.
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  ChallengeNameType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { AdminSignInRequest } from '../api.ts';
import type { AwsIdentity } from './aws-credentials.ts';

// Which Node this runs on is this project's promise; a warning among the answers of a command is nobody's.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** How long the SDK waits for each of two questions to a container's or an instance's metadata: a laptop has neither. */
const metadataTimeoutMs = 500;

const silent = { trace() {}, info() {}, warn() {}, error() {} };

/** The SDK's default chain. A chain whose last link fails hides why the others did; `note` hears it from each. */
export function openChain(profile: string | undefined, note: (message: string) => void): () => Promise<AwsIdentity> {
  return fromNodeProviderChain({
    ...(profile !== undefined && { profile }),
    timeout: metadataTimeoutMs,
    // Files as they are now, not as they were when the helper started.
    ignoreCache: true,
    clientConfig: { requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000 } },
    logger: { ...silent, debug: (message: unknown) => note(String(message)) },
  });
}

export interface Signing {
  readonly endpoint: string;
  readonly region: string;
  readonly identity: AwsIdentity;
  readonly signal: AbortSignal;
}

/** Without settings of the environment or of a profile that would send a signed request, and a password with it, elsewhere. */
const clientConfigFor = ({ endpoint, region, identity }: Signing) => ({
  endpoint,
  region,
  credentials: identity,
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
  // Each try counts towards the lockout of a user.
  maxAttempts: 1,
});

/** Cognito's answer in AWS's spelling. */
export async function sendAdminCall(request: AdminSignInRequest, signing: Signing): Promise<object> {
  const client = new CognitoIdentityProviderClient(clientConfigFor(signing));
  const options = { abortSignal: signing.signal };
  try {
    const { $metadata: _metadata, ...reply } =
      request.operation === 'AdminInitiateAuth'
        ? await client.send(initiateAuth(request), options)
        : await client.send(respondToAuthChallenge(request), options);
    return reply;
  } finally {
    client.destroy();
  }
}

type Initiate = Extract<AdminSignInRequest, { operation: 'AdminInitiateAuth' }>;
type Respond = Extract<AdminSignInRequest, { operation: 'AdminRespondToAuthChallenge' }>;

const initiateAuth = ({ input, userPoolId: UserPoolId }: Initiate) =>
  new AdminInitiateAuthCommand({ ...input, UserPoolId });

/** A challenge that this SDK does not know goes without its name, which Cognito refuses in its own words. */
const respondToAuthChallenge = ({ input, userPoolId: UserPoolId }: Respond) =>
  new AdminRespondToAuthChallengeCommand({
    ...input,
    UserPoolId,
    ChallengeName: Object.values(ChallengeNameType).find((name) => name === input.ChallengeName),
  });

/** The account of whoever signs. */
export async function fetchCallerAccount(signing: Signing): Promise<string | undefined> {
  const client = new STSClient(clientConfigFor(signing));
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signing.signal });
    return Account;
  } finally {
    client.destroy();
  }
}
