// Starts the helper inside this process: for the command line, the browser tests and the bench alike.
import { getRequestListener } from '@hono/node-server';
import { cognitoEndpointOf, type Connection } from '../src/settings/connection.ts';
import { demoIam } from '../stand-in/demo/demo-iam.ts';
import type { StandIn } from '../stand-in/start.ts';
import { createAdminCalls, type AnswerAdminCall } from './aws/admin-calls.ts';
import { createAppSyncSignatures, type SignForAppSync } from './aws/appsync-signatures.ts';
import { createAwsCredentials, credentialsOf, type AwsCredentials } from './aws/aws-credentials.ts';
import { demoPrincipal } from './aws/demo-principal.ts';
import { byProfile } from './aws/profile-credentials.ts';
import { openConnectionsFile } from './connections-file.ts';
import { demoFrom } from './demo.ts';
import { guardedListener, guardedUpgrade, type UpgradeListener } from './edge.ts';
import { createHandedKeys } from './handed-keys.ts';
import { listenOnLoopback, loopbackHosts, type LoopbackHost } from './loopback.ts';
import type { HandedKey } from './api.ts';
import { helperApp, type PageSource } from './server.ts';

/** The port callbacks are registered for: little used, and outside the range systems hand out by themselves. */
export const defaultPort = 5824;

export interface HelperOptions {
  /** Default 0: any free one. Rejects with Node's EADDRINUSE where it is taken. */
  readonly port?: number;
  /** Default: both, as far as the machine has them. */
  readonly hosts?: readonly LoopbackHost[];
  /** builtPage(dist), or the dev server's. */
  readonly pages: PageSource;
  /** The folder of connections.json; need not exist. */
  readonly configFolder: string;
  /** The demo; null: none. Stays the caller's to close. */
  readonly standIn: Pick<StandIn, 'origin' | 'cognitoEndpoint' | 'world'> | null;
  /** What is signed with where no profile is named; default: the developer's own, by the SDK's default chain. */
  readonly awsCredentials?: AwsCredentials;
  /** The same at the demo's endpoints, which know no other credentials than their own; default: those of its allowed principal. */
  readonly demoCredentials?: AwsCredentials;
  /** Given to each page for its memory; default: none. */
  readonly apiKeys?: readonly HandedKey[];
  /** The dev server's WebSocket. */
  readonly onUpgrade?: UpgradeListener | undefined;
  /** Told of errors that nobody foresaw; default: the terminal. */
  readonly onError?: (error: Error) => void;
}

export interface Helper {
  readonly port: number;
  /** http://localhost:PORT, or the one address asked for. */
  readonly origin: string;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/** The kept connections and the demo's, as of now. */
type Known = () => Promise<readonly Connection[]>;

function adminCallsOf({ awsCredentials, demoCredentials, standIn }: HelperOptions, known: Known): AnswerAdminCall {
  const own = createAdminCalls({ credentials: awsCredentials ?? createAwsCredentials({ environment: process.env }) });
  const demo = createAdminCalls({ credentials: demoCredentials ?? credentialsOf(demoIam.allowed) });
  return async (request, signal) => {
    const { userPoolId, input } = request;
    const isOf = (connection: Connection) =>
      connection.userPoolId === userPoolId &&
      connection.appClientId === input.ClientId &&
      cognitoEndpointOf(connection) === cognitoEndpointOf(request);
    if (!(await known()).some(isOf))
      return { kind: 'refused', why: 'This connection is not kept on this machine, so nothing is signed for it.' };
    const isOfDemo = standIn !== null && request.cognitoEndpoint === standIn.cognitoEndpoint;
    return (isOfDemo ? demo : own)(request, signal);
  };
}

function signaturesOf({ awsCredentials, standIn, demoCredentials }: HelperOptions, known: Known): SignForAppSync {
  const byName = byProfile((profile) => createAwsCredentials({ profile, environment: process.env }));
  const own = (profile?: string) => (profile === undefined ? awsCredentials : undefined) ?? byName(profile);
  const ofDemo = (profile?: string) => (profile === undefined ? demoCredentials : undefined) ?? demoPrincipal(profile);
  const isDemo = ({ graphqlEndpoint }: Connection) => new URL(graphqlEndpoint).origin === standIn?.origin;
  return createAppSyncSignatures({
    connections: known,
    credentialsFor: (profile, connection) => (isDemo(connection) ? ofDemo : own)(profile),
  });
}

export async function startHelper(options: HelperOptions): Promise<Helper> {
  const { hosts = loopbackHosts, standIn, onUpgrade } = options;
  const connections = openConnectionsFile(options.configFolder);
  const demo = standIn === null ? null : demoFrom(standIn.world.guide, standIn);
  const known: Known = async () => [...(await connections.read()).connections, ...(demo?.connections ?? [])];
  const app = helperApp({
    pages: options.pages,
    connections,
    demo,
    answerAdminCall: adminCallsOf(options, known),
    handedKeys: createHandedKeys(options.apiKeys),
    signForAppSync: signaturesOf(options, known),
    onError: options.onError ?? ((error) => process.stderr.write(`${error.stack ?? error.message}\n`)),
  });
  const handle = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  let port = options.port ?? 0;
  const ownPort = () => port;
  const listening = await listenOnLoopback({
    port,
    hosts,
    onRequest: guardedListener(ownPort, (request, response) => {
      void handle(request, response);
    }),
    onUpgrade: onUpgrade === undefined ? undefined : guardedUpgrade(ownPort, onUpgrade),
  });
  port = listening.port;
  const [only, ...others] = hosts;
  const name = only === undefined || others.length > 0 ? 'localhost' : only === '::1' ? '[::1]' : only;
  return { port, origin: `http://${name}:${port}`, close: () => listening.close() };
}
