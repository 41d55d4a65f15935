// The signature that a request should bear, computed anew from the request as it came. AWS's own signer does the arithmetic, so
// that this file holds only what a server must add: it believes no hash that a client sends along.
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { createHash } from 'node:crypto';
import type { IamPrincipal } from './account.ts';
import type { SignatureClaims, SigningScope } from './signature-claims.ts';

/** A request as it came. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const bodyHashHeader = 'x-amz-content-sha256';

export async function isSignedBy(
  principal: IamPrincipal,
  request: IncomingRequest,
  claims: SignatureClaims,
  { region, service }: SigningScope,
): Promise<boolean> {
  const bodyHash = createHash('sha256').update(request.body).digest('hex');
  const claimedHash = request.headers[bodyHashHeader];
  if (claimedHash !== undefined && claimedHash !== bodyHash) return false;
  const { accessKeyId, secretAccessKey } = principal;
  const signer = new SignatureV4({
    region,
    service,
    // Without the session token: its header, if it came, is signed like any other.
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: request.url.protocol,
      hostname: request.url.hostname,
      path: request.url.pathname,
      query: queryFrom(request.url),
      headers: signedHeadersOf(request, claims),
      body: request.body,
    },
    { signingDate: new Date(claims.signedAt), signableHeaders: new Set(claims.signedHeaders) },
  );
  return signed.headers['authorization']?.endsWith(`Signature=${claims.signature}`) ?? false;
}

/** No others: a proxy may add headers on the way. One that was signed and did not arrive is signed as nothing. */
function signedHeadersOf({ headers }: IncomingRequest, { signedHeaders }: SignatureClaims): Record<string, string> {
  return Object.fromEntries(signedHeaders.map((name) => [name, headers[name] ?? '']));
}

function queryFrom({ searchParams }: URL): Record<string, string[]> {
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
