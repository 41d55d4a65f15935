// What the page and the helper say to each other: paths, and the shapes of what travels. The page imports this file,
// so there is nothing of Node in it.
import * as v from 'valibot';
import { connectionSchema } from '../src/settings/connection.ts';

/** The id of the `<script type="application/json">` into which the helper writes LaunchData. */
export const launchDataId = 'launch-data';

/** GET: KeptConnections. */
export const connectionsPath = '/api/connections';

/** PUT with a Connection of that id creates or replaces it, DELETE removes it; both answer KeptConnections. */
export function connectionPath(id: string): string {
  return `${connectionsPath}/${encodeURIComponent(id)}`;
}

/** The kept connections in the person's order, and sentences for the person about the file they are kept in. */
export const keptConnectionsSchema = v.object({
  connections: v.array(connectionSchema),
  notes: v.array(v.string()),
});
export type KeptConnections = v.InferOutput<typeof keptConnectionsSchema>;

/** Whom a newcomer may sign in as, and what to try first. Null where the helper was started without the demo. */
export const demoSchema = v.object({
  connections: v.array(connectionSchema),
  people: v.array(
    v.object({
      username: v.string(),
      password: v.string(),
      groups: v.array(v.string()),
      maySee: v.string(),
      /** Where they are offered. */
      connectionIds: v.array(v.string()),
      /** They are there for how they sign in. */
      showsWayIn: v.exactOptional(v.literal(true)),
    }),
  ),
  /** Whom to ask as besides people. None of it is a secret. */
  identities: v.array(
    v.object({
      name: v.string(),
      maySee: v.string(),
      graphqlEndpoint: v.string(),
      credential: v.variant('authMode', [
        v.object({ authMode: v.literal('API_KEY'), key: v.string(), expiresAt: v.exactOptional(v.number()) }),
        v.object({ authMode: v.literal('AWS_LAMBDA'), token: v.string() }),
        /** A GET gives a fresh token. */
        v.object({ authMode: v.literal('OPENID_CONNECT'), tokenUrl: v.string() }),
        v.object({ authMode: v.literal('AWS_IAM'), profile: v.string() }),
        v.object({ authMode: v.literal('NONE') }),
      ]),
    }),
  ),
  /** By connection id: what it shows, and the demo's client secret, for those that show a way in. */
  hints: v.record(v.string(), v.object({ shows: v.string(), clientSecret: v.exactOptional(v.string()) })),
  /** By the id of the first connection to an API: starter tabs, one operation each. */
  operations: v.record(
    v.string(),
    v.array(v.object({ name: v.string(), query: v.string(), variables: v.exactOptional(v.string()) })),
  ),
});
export type Demo = v.InferOutput<typeof demoSchema>;

/** An API key on its way from a connection file into a page's memory. `isDefault`: the API's default mode is API_KEY. */
export const handedKeySchema = v.object({
  connectionId: connectionSchema.entries.id,
  apiKey: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  isDefault: v.boolean(),
});
export type HandedKey = v.InferOutput<typeof handedKeySchema>;

/** POST with a HandedKey and launchSecretHeader: the next page that is opened gets it. */
export const handedKeysPath = '/api/handed-keys';

/** What the page knows before it asks anything. */
export const launchDataSchema = v.object({
  ...keptConnectionsSchema.entries,
  demo: v.nullable(demoSchema),
  /** For the page's memory: of a connection file that was dropped on the page before this one, or named at the start. */
  apiKeys: v.array(handedKeySchema),
  /** Drawn anew at each start of the helper, for launchSecretHeader; to be kept in the page's memory only. */
  launchSecret: v.string(),
});
export type LaunchData = v.InferOutput<typeof launchDataSchema>;

/** Shows the helper that a request comes from a page it has written itself. */
export const launchSecretHeader = 'x-launch-secret';

/** POST with AdminSignInRequest and launchSecretHeader: AdminSignInAnswer with status 200, or a Refusal. */
export const adminSignInPath = '/api/admin-sign-in';

const textMap = v.record(v.string(), v.string());
const { userPoolId, appClientId } = connectionSchema.entries;
const toAdmin = { userPoolId, cognitoEndpoint: connectionSchema.entries.cognitoEndpoint };

/** One call of the admin flow, in AWS's spelling and without UserPoolId, which the helper adds. */
export const adminSignInRequestSchema = v.variant('operation', [
  v.object({
    ...toAdmin,
    operation: v.literal('AdminInitiateAuth'),
    input: v.object({
      AuthFlow: v.literal('ADMIN_USER_PASSWORD_AUTH'),
      ClientId: appClientId,
      AuthParameters: textMap,
    }),
  }),
  v.object({
    ...toAdmin,
    operation: v.literal('AdminRespondToAuthChallenge'),
    input: v.object({
      ClientId: appClientId,
      ChallengeName: v.string(),
      Session: v.exactOptional(v.string()),
      ChallengeResponses: textMap,
    }),
  }),
]);
export type AdminSignInRequest = v.InferOutput<typeof adminSignInRequestSchema>;

/** Why the helper has no AWS credentials to sign with. */
export const credentialsReasons = [
  /** Nothing is set up. */
  'none',
  'profile-not-found',
  /** A profile that is there and says something impossible. */
  'profile-incomplete',
  'expired-sso',
  /** Temporary credentials past their time. */
  'expired',
  /** AWS does not know the access key, or the secret key is another one's. */
  'invalid',
  /** AWS finds the time in the signature wrong. */
  'clock',
  'no-region',
  'process-failed',
  /** The profile's role may not be assumed, or asks for an MFA code. */
  'role-refused',
  /** What gives the credentials (STS, SSO, an instance's metadata) did not answer. */
  'unreachable',
  'unknown',
] as const;
export type CredentialsReason = (typeof credentialsReasons)[number];

export const adminSignInAnswerSchema = v.variant('kind', [
  /** Cognito's own JSON: tokens or a challenge. Judged by whoever asked. */
  v.object({ kind: v.literal('reply'), reply: v.unknown() }),
  /** Cognito refused: as if the page had asked it itself. */
  v.object({ kind: v.literal('aws-error'), code: v.string(), message: v.string() }),
  /** AWS's access rules refused. `policy`: the smallest that would do, as JSON text; `accountKnown`: no placeholder in it. */
  v.object({
    kind: v.literal('iam'),
    code: v.string(),
    message: v.string(),
    action: v.string(),
    policy: v.string(),
    accountKnown: v.boolean(),
  }),
  /** `message`: sentences for the person; `command`: the one that mends it. */
  v.object({
    kind: v.literal('no-credentials'),
    reason: v.picklist(credentialsReasons),
    message: v.string(),
    command: v.exactOptional(v.string()),
  }),
  /** Nothing came from the Cognito endpoint, or nothing that Cognito would say. */
  v.object({ kind: v.literal('no-answer'), code: v.picklist(['Unreachable', 'NotCognito']), timedOut: v.boolean() }),
]);
export type AdminSignInAnswer = v.InferOutput<typeof adminSignInAnswerSchema>;

/** Every answer of the helper that is not a success: a sentence for the person. */
export const refusalSchema = v.object({ error: v.object({ message: v.string() }) });
export type Refusal = v.InferOutput<typeof refusalSchema>;

/** POST with AppSyncSignatureRequest and launchSecretHeader: AppSyncSignatureAnswer with status 200, or a Refusal. */
export const appsyncSignaturePath = '/api/appsync-signature';

/** The headers that AppSync's clients sign besides the host and the time. */
const signedHeaderNames = ['accept', 'content-encoding', 'content-type'] as const;

/** A request to AppSync as it will be sent by POST, to be signed for service `appsync`. What it asks stays in the page. */
export const appsyncSignatureRequestSchema = v.strictObject({
  /** A kept connection, or one of the demo's: its GraphQL endpoint, or `/connect` beneath it, is what may be signed for. */
  connectionId: connectionSchema.entries.id,
  url: v.string(),
  /** In hexadecimal, which is all that a signature needs of the body. */
  bodySha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  headers: v.record(v.picklist(signedHeaderNames), v.string()),
  /** Of the machine's AWS configuration; absent: what the helper was started with, or what it finds. */
  profile: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))),
});
export type AppSyncSignatureRequest = v.InferOutput<typeof appsyncSignatureRequestSchema>;

export const appsyncSignatureAnswerSchema = v.variant('kind', [
  /** What the signature adds: `authorization`, `x-amz-date`, `x-amz-security-token`. */
  v.object({ kind: v.literal('signed'), headers: v.record(v.string(), v.string()) }),
  /** As of the admin sign-in. */
  v.object({
    kind: v.literal('no-credentials'),
    reason: v.picklist(credentialsReasons),
    message: v.string(),
    command: v.exactOptional(v.string()),
  }),
]);
export type AppSyncSignatureAnswer = v.InferOutput<typeof appsyncSignatureAnswerSchema>;
