// Signs requests to AppSync with the developer's own AWS credentials: of service `appsync` only, and only for the exact GraphQL
// endpoint of a connection that is known here. The page sends them; neither credentials nor operations pass through.
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { regionOf, type Connection } from '../../src/settings/connection.ts';
import type { AppSyncSignatureAnswer, AppSyncSignatureRequest } from '../api.ts';
import type { AwsCredentials, AwsIdentity } from './aws-credentials.ts';
import { isRegion } from './signing-hosts.ts';

/** `refused`: what was asked is nothing this helper signs, in a sentence. */
export type SignatureAnswer = AppSyncSignatureAnswer | { readonly kind: 'refused'; readonly why: string };

/** Rejects only where `signal` is aborted. */
export type SignForAppSync = (request: AppSyncSignatureRequest, signal: AbortSignal) => Promise<SignatureAnswer>;

export interface AppSyncSignatureOptions {
  /** The kept connections and the demo's, as of now. */
  readonly connections: () => Promise<readonly Connection[]>;
  /** Of a profile, or those that are found without one. */
  readonly credentialsFor: (profile: string | undefined, connection: Connection) => AwsCredentials;
  readonly now?: () => Date;
}

/** With each name of the real-time protocol: https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html */
const connectPath = '/connect';

export function createAppSyncSignatures(options: AppSyncSignatureOptions): SignForAppSync {
  const { connections, credentialsFor, now = () => new Date() } = options;

  return async (request, signal) => {
    const known = await connections();
    const connection = known.find(({ id }) => id === request.connectionId);
    if (connection === undefined)
      return refused('This connection is not kept on this machine, so nothing is signed for it.');
    const { graphqlEndpoint } = connection;
    if (![graphqlEndpoint, connectUrlOf(graphqlEndpoint)].includes(request.url))
      return refused(`The helper signs for ${graphqlEndpoint} and for nothing else at this connection.`);
    const region = signingRegionOf(connection);
    if (region === undefined)
      return refused(
        'Neither the GraphQL endpoint nor the user pool names an AWS region, so there is none to sign for.',
      );
    const loaded = await credentialsFor(request.profile, connection).load(signal);
    if (!loaded.ok) return { kind: 'no-credentials', ...loaded.fault };
    return { kind: 'signed', headers: await signedHeaders(request, region, loaded.identity, now()) };
  };
}

const refused = (why: string): SignatureAnswer => ({ kind: 'refused', why });

function connectUrlOf(endpoint: string): string {
  const url = new URL(endpoint);
  url.pathname += connectPath;
  return url.href;
}

const awsHost = /\.appsync-api\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

/** The region in AWS's own host; of a custom domain and of this machine that of the user pool. */
export function signingRegionOf({
  graphqlEndpoint,
  userPoolId,
}: Pick<Connection, 'graphqlEndpoint' | 'userPoolId'>): string | undefined {
  const region = awsHost.exec(new URL(graphqlEndpoint).hostname)?.groups?.['region'] ?? regionOf(userPoolId);
  return isRegion(region) ? region : undefined;
}

const digestHeader = 'x-amz-content-sha256';

async function signedHeaders(
  { url, headers, bodySha256 }: AppSyncSignatureRequest,
  region: string,
  credentials: AwsIdentity,
  signingDate: Date,
): Promise<Record<string, string>> {
  const { protocol, host, hostname, pathname, searchParams } = new URL(url);
  const signer = new SignatureV4({ service: 'appsync', region, credentials, sha256: Sha256, applyChecksum: false });
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol,
      hostname,
      path: pathname,
      query: Object.fromEntries(searchParams),
      // The digest is read here in place of a body, and not sent.
      headers: { ...headers, host, [digestHeader]: bodySha256 },
    },
    { signingDate, unsignableHeaders: new Set([digestHeader]) },
  );
  const { authorization = '', 'x-amz-date': date = '', 'x-amz-security-token': token } = signed.headers;
  return {
    Authorization: authorization,
    'x-amz-date': date,
    ...(token !== undefined && { 'x-amz-security-token': token }),
  };
}
