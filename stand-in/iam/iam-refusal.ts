// Why AWS's front door sends a signed request away. Services of the JSON protocol and those of the query protocol name the same
// refusals differently.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html

export type IamRefusalKind =
  'missing token' | 'incomplete signature' | 'invalid signature' | 'unknown client' | 'expired token' | 'access denied';

interface Names {
  /** `__type` of an AWS JSON service. */
  readonly json: string;
  /** `Code` of an AWS query service. */
  readonly query: string;
}

const names: Readonly<Record<IamRefusalKind, Names>> = {
  'missing token': { json: 'MissingAuthenticationTokenException', query: 'MissingAuthenticationToken' },
  'incomplete signature': { json: 'IncompleteSignatureException', query: 'IncompleteSignature' },
  'invalid signature': { json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch' },
  'unknown client': { json: 'UnrecognizedClientException', query: 'InvalidClientTokenId' },
  'expired token': { json: 'ExpiredTokenException', query: 'ExpiredToken' },
  'access denied': { json: 'AccessDeniedException', query: 'AccessDenied' },
};

export class IamRefusal extends Error {
  override readonly name = 'IamRefusal';
  readonly kind: IamRefusalKind;

  constructor(kind: IamRefusalKind, message: string) {
    super(message);
    this.kind = kind;
  }

  get jsonType(): string {
    return names[this.kind].json;
  }

  get queryCode(): string {
    return names[this.kind].query;
  }
}
