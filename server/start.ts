// Starts the helper inside this process: for the command line, the browser tests and the bench alike.
import { getRequestListener } from '@hono/node-server';
import { demoIam } from '../stand-in/demo/demo-iam.ts';
import type { StandIn } from '../stand-in/start.ts';
import { createAdminCalls, type AnswerAdminCall } from './aws/admin-calls.ts';
import { createAwsCredentials, credentialsOf, type AwsCredentials } from './aws/aws-credentials.ts';
import { openConnectionsFile } from './connections-file.ts';
import { demoFrom } from './demo.ts';
import { guardedListener, guardedUpgrade, type UpgradeListener } from './edge.ts';
import { listenOnLoopback, loopbackHosts, type LoopbackHost } from './loopback.ts';
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
  /** What the admin sign-in is signed with; default: the developer's own, by the SDK's default chain. */
  readonly awsCredentials?: AwsCredentials;
  /** The same at the demo's endpoints, which know no other credentials than their own; default: those of its allowed principal. */
  readonly demoCredentials?: AwsCredentials;
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

function adminCallsOf({ awsCredentials, demoCredentials, standIn }: HelperOptions): AnswerAdminCall {
  const own = createAdminCalls({ credentials: awsCredentials ?? createAwsCredentials({ environment: process.env }) });
  if (standIn === null) return own;
  const demo = createAdminCalls({ credentials: demoCredentials ?? credentialsOf(demoIam.allowed) });
  return (request, signal) => (request.cognitoEndpoint === standIn.cognitoEndpoint ? demo : own)(request, signal);
}

export async function startHelper(options: HelperOptions): Promise<Helper> {
  const { hosts = loopbackHosts, standIn, onUpgrade } = options;
  const app = helperApp({
    pages: options.pages,
    connections: openConnectionsFile(options.configFolder),
    demo: standIn === null ? null : demoFrom(standIn.world.guide, standIn),
    answerAdminCall: adminCallsOf(options),
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
