// AWS's front door for signed requests: who calls, truly, and may they? Every service of the stand-in that wants a signature asks
// here, and knows nothing of keys itself.
import type { IamAccount, IamPrincipal } from './account.ts';
import { IamRefusal } from './iam-refusal.ts';
import { policyRefusal } from './policy.ts';
import { isSignedBy, type IncomingRequest } from './signature.ts';
import { signatureClaimsFrom, type SigningScope } from './signature-claims.ts';

export interface SignedService extends SigningScope {
  /** The service's own words about a request without a signature. */
  readonly missingToken: string;
}

export class IamGate {
  readonly account: IamAccount;
  readonly #now: () => number;
  readonly #startedAt: number;

  constructor(account: IamAccount, now: () => number) {
    this.account = account;
    this.#now = now;
    this.#startedAt = now();
  }

  /**
   * The principal whose signature the request bears.
   * @throws IamRefusal
   */
  async callerOf(request: IncomingRequest, service: SignedService): Promise<IamPrincipal> {
    const { headers } = request;
    const claims = signatureClaimsFrom(headers, service, service.missingToken, this.#now());
    const principal = this.account.principals.find(({ accessKeyId }) => accessKeyId === claims.accessKeyId);
    if (principal === undefined || principal.session?.token !== headers['x-amz-security-token']) {
      throw new IamRefusal('unknown client', 'The security token included in the request is invalid.');
    }
    if (principal.session !== undefined && this.#isOver(principal.session.lifeInSeconds)) {
      throw new IamRefusal('expired token', 'The security token included in the request is expired');
    }
    if (await isSignedBy(principal, request, claims, service)) return principal;
    throw new IamRefusal(
      'invalid signature',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }

  /** @throws IamRefusal unless the principal's policy lets it */
  authorize(principal: IamPrincipal, action: string, resource: string): void {
    const refusal = policyRefusal(principal, action, resource);
    if (refusal !== null) throw refusal;
  }

  #isOver(lifeInSeconds: number): boolean {
    return this.#now() >= this.#startedAt + lifeInSeconds * 1000;
  }
}
