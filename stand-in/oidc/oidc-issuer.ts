// An OpenID Connect provider that is no user pool: somebody else's house, whose tokens an API may take. It signs what a test or
// its own page asks for, and publishes its key.
import { randomBytes, randomUUID } from 'node:crypto';
import {
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { OidcVerdict } from '../appsync/api.ts';

/** As data of the world. */
export interface OidcIssuer {
  readonly id: string;
  /** Below the stand-in's origin; both together are the issuer's name. */
  readonly path: string;
  /** The client for whom tokens are, unless told. */
  readonly clientId: string;
}

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const lifeInSeconds = 3600;

export class OidcIssuers {
  readonly all: readonly OidcIssuer[];
  readonly #now: () => number;
  readonly #origin: () => string;
  readonly #keys = new Map<string, Promise<Key>>();

  constructor(all: readonly OidcIssuer[], now: () => number, origin: () => string) {
    this.all = all;
    this.#now = now;
    this.#origin = origin;
  }

  nameOf({ path }: OidcIssuer): string {
    return `${this.#origin()}${path}`;
  }

  /** @param claims take the place of the usual ones; undefined takes one away */
  async tokenOf(issuer: OidcIssuer, claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { kid, privateKey } = await this.#keyOf(issuer);
    const now = Math.floor(this.#now() / 1000);
    const usual: JWTPayload = {
      iss: this.nameOf(issuer),
      sub: 'visitor',
      aud: issuer.clientId,
      azp: issuer.clientId,
      iat: now,
      auth_time: now,
      exp: now + lifeInSeconds,
      jti: randomUUID(),
    };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey);
  }

  async verify(token: string): Promise<OidcVerdict> {
    const issuer = this.all.find((candidate) => this.nameOf(candidate) === issuerNamedBy(token));
    if (!issuer) return { ok: false, why: 'issuer' };
    try {
      const { publicKey } = await this.#keyOf(issuer);
      const options = { algorithms: ['RS256'], currentDate: new Date(this.#now()), requiredClaims: ['exp', 'iat'] };
      const { payload } = await jwtVerify(token, publicKey, options);
      return { ok: true, claims: payload, issuerId: issuer.id };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { ok: false, why: 'expired' };
      if (error instanceof errors.JOSEError) return { ok: false, why: 'signature' };
      throw error;
    }
  }

  async keySetOf(issuer: OidcIssuer): Promise<{ keys: readonly JWK[] }> {
    const { kid, publicKey } = await this.#keyOf(issuer);
    return { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] };
  }

  /** Made when first needed, and gone with the stand-in. */
  #keyOf({ id }: OidcIssuer): Promise<Key> {
    const key = this.#keys.get(id) ?? generateKey();
    this.#keys.set(id, key);
    return key;
  }
}

async function generateKey(): Promise<Key> {
  return { kid: randomBytes(12).toString('base64url'), ...(await generateKeyPair('RS256')) };
}

function issuerNamedBy(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
