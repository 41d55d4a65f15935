// What AppSync is given of the rest of the stand-in: the judges of tokens and signatures, the clock, its own address.
import { randomUUID } from 'node:crypto';
import type { AuthRequest } from './appsync/admission/admission.ts';
import type { AppSyncDeps, SignatureVerdict } from './appsync/api.ts';
import type { Cognito } from './cognito/cognito.ts';
import type { IamGate } from './iam/iam-gate.ts';
import { IamRefusal } from './iam/iam-refusal.ts';
import { policyRefusal } from './iam/policy.ts';
import { isOwnHost } from './loopback-hosts.ts';
import type { Clock } from './movable-clock.ts';
import type { OidcIssuers } from './oidc/oidc-issuer.ts';

export interface Surroundings {
  readonly clock: Clock;
  readonly region: string;
  readonly cognito: Cognito;
  readonly issuers: OidcIssuers;
  readonly gate: IamGate;
  /** Known once the stand-in listens. */
  port(this: void): number;
}

export function appsyncDepsFrom({ clock, region, cognito, issuers, gate, port }: Surroundings): AppSyncDeps {
  return {
    clock,
    requestId: randomUUID,
    verifyToken: (token) => cognito.verifier.verify(token),
    verifyOidcToken: (token) => issuers.verify(token),
    verifySignature: (request) => signatureVerdict(gate, region, request),
    arnOf: ({ id }) => `arn:aws:appsync:${region}:${gate.account.id}:apis/${id}`,
    isOwnHost: (host) => isOwnHost(host, port()),
  };
}

async function signatureVerdict(gate: IamGate, region: string, request: AuthRequest): Promise<SignatureVerdict> {
  const { headers, method, url, body } = request;
  const incoming = {
    method,
    url,
    headers: Object.fromEntries(headers),
    body: new TextEncoder().encode(body),
  };
  try {
    const service = { region, service: 'appsync', missingToken: 'Missing Authentication Token' };
    const principal = await gate.callerOf(incoming, service);
    const mayCall = (action: string, resource: string) => policyRefusal(principal, action, resource) === null;
    return { ok: true, signer: { accountId: gate.account.id, arn: principal.arn, mayCall } };
  } catch (error) {
    if (error instanceof IamRefusal) return { ok: false, errorType: error.jsonType, message: error.message };
    throw error;
  }
}
