// What a signed request says of itself, read from its headers before anything is believed. The order of the complaints and their
// words are those of AWS's front door.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
import { createHash } from 'node:crypto';
import { IamRefusal } from './iam-refusal.ts';

/** Where a signature must be meant for. */
export interface SigningScope {
  readonly region: string;
  /** `cognito-idp`, `sts` */
  readonly service: string;
}

export interface SignatureClaims {
  readonly accessKeyId: string;
  /** Lower-case names. */
  readonly signedHeaders: readonly string[];
  /** Hexadecimal. */
  readonly signature: string;
  /** Milliseconds since the epoch. */
  readonly signedAt: number;
}

const algorithm = 'AWS4-HMAC-SHA256';
const terminator = 'aws4_request';
const toleranceInMinutes = 5;

/**
 * @param headers lower-case names
 * @param missingToken the service's own words about a request without a signature
 * @throws IamRefusal
 */
export function signatureClaimsFrom(
  headers: Readonly<Record<string, string>>,
  scope: SigningScope,
  missingToken: string,
  now: number,
): SignatureClaims {
  const authorization = headers['authorization'] ?? '';
  if (!authorization.startsWith('AWS4-')) throw new IamRefusal('missing token', missingToken);
  const [givenAlgorithm = '', ...rest] = authorization.split(' ');
  const { Credential = '', SignedHeaders = '', Signature = '' } = parametersFrom(rest.join(''));
  const amzDate = headers['x-amz-date'] ?? '';

  const incomplete = [
    ...Object.entries({ Credential, Signature, SignedHeaders }).map(([name, value]) =>
      value === '' ? `Authorization header requires '${name}' parameter. ` : '',
    ),
    amzDate === '' ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " : '',
  ].join('');
  // Older answers repeated the header itself here; newer ones only its hash.
  const hashed = createHash('sha256').update(authorization).digest('base64');
  if (incomplete !== '') {
    throw incompleteSignature(`${incomplete}(Hashed with SHA-256 and encoded with Base64) Authorization=${hashed}`);
  }
  const signedAt = parseAmzDate(amzDate);
  if (signedAt === null) {
    const advice = 'See http://en.wikipedia.org/wiki/ISO_8601';
    throw incompleteSignature(`Date must be in ISO-8601 'basic format'. Got '${amzDate}'. ${advice}`);
  }
  refuseSkew(signedAt, now);
  const signedHeaders = SignedHeaders.split(';').map((name) => name.toLowerCase());
  if (!signedHeaders.includes('host')) {
    throw invalidSignature("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  if (givenAlgorithm !== algorithm) {
    throw incompleteSignature(`Unsupported AWS 'algorithm': '${givenAlgorithm}' (only ${algorithm} for now). `);
  }
  const credential = Credential.split('/');
  const [accessKeyId = ''] = credential;
  if (credential.length !== 5) {
    const form = 'keyid/date/region/service/term';
    throw incompleteSignature(
      `Credential must have exactly 5 slash-delimited elements, e.g. ${form}, got '${Credential}'`,
    );
  }
  refuseForeignScope(credential, scope, amzDate);
  return { accessKeyId, signedHeaders, signature: Signature, signedAt };
}

/** `20260305T090703Z` */
export function amzDateFrom(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function parseAmzDate(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, ...others] = parts.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, ...others);
  return amzDateFrom(time) === text ? time : null;
}

function parametersFrom(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')] as const;
  });
  return Object.fromEntries(pairs);
}

function refuseSkew(signedAt: number, now: number): void {
  const tolerance = toleranceInMinutes * 60_000;
  const [signed, current] = [amzDateFrom(signedAt), amzDateFrom(now)];
  if (signedAt < now - tolerance) {
    const oldest = `${amzDateFrom(now - tolerance)} (${current} - ${toleranceInMinutes} min.)`;
    throw invalidSignature(`Signature expired: ${signed} is now earlier than ${oldest}`);
  }
  if (signedAt > now + tolerance) {
    const newest = `${amzDateFrom(now + tolerance)} (${current} + ${toleranceInMinutes} min.)`;
    throw invalidSignature(`Signature not yet current: ${signed} is still later than ${newest}`);
  }
}

function refuseForeignScope(credential: readonly string[], scope: SigningScope, amzDate: string): void {
  const [, date, region, service, term] = credential;
  const day = amzDate.slice(0, 8);
  const complaints: readonly (readonly [is: boolean, complaint: string])[] = [
    [region !== scope.region, 'Credential should be scoped to a valid region. '],
    [service !== scope.service, `Credential should be scoped to correct service: '${scope.service}'. `],
    [term !== terminator, `Credential should be scoped with a valid terminator: '${terminator}', not '${term}'. `],
    [
      date !== day,
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${amzDate}'. `,
    ],
  ];
  const text = complaints.map(([is, complaint]) => (is ? complaint : '')).join('');
  if (text !== '') throw invalidSignature(text);
}

function invalidSignature(message: string): IamRefusal {
  return new IamRefusal('invalid signature', message);
}

function incompleteSignature(message: string): IamRefusal {
  return new IamRefusal('incomplete signature', message);
}
