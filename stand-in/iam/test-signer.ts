// Signature version 4 by hand, for tests: the library under the gate must not be its own witness, and a liar needs a pen too.
import { createHash, createHmac } from 'node:crypto';
import type { IncomingRequest } from './signature.ts';
import { amzDateFrom } from './signature-claims.ts';

export interface Signing {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region: string;
  readonly service: string;
  readonly time: number;
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the credential scope; absent = the day of `time`. */
  readonly day?: string;
}

export function signedRequest(signing: Signing): IncomingRequest {
  const { region, service, method = 'POST', body = '' } = signing;
  const url = new URL(signing.url ?? 'http://localhost:5825/');
  const date = amzDateFrom(signing.time);
  const day = signing.day ?? date.slice(0, 8);
  const headers: Record<string, string> = {
    host: url.host,
    'x-amz-date': date,
    ...(signing.sessionToken !== undefined && { 'x-amz-security-token': signing.sessionToken }),
    ...signing.headers,
  };
  const names = Object.keys(headers).toSorted();
  const canonical = [
    method,
    url.pathname,
    url.search.slice(1),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = [day, region, service, 'aws4_request'];
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${signing.secretAccessKey}`);
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${signing.accessKeyId}/${scope.join('/')}`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${hmac(key, toSign).toString('hex')}`,
  ].join(', ');
  return { method, url, headers: { ...headers, authorization }, body: new TextEncoder().encode(body) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
