// Every answer to a request that AppSync refuses as a whole, in one table. What fails later, inside a query, is HTTP 200.

export interface Refusal {
  readonly status: 400 | 401 | 403 | 413 | 429;
  readonly errorType: string;
  readonly message?: string;
}

const unauthorized = (message: string): Refusal => ({ status: 401, errorType: 'UnauthorizedException', message });
const malformed = (message: string): Refusal => ({ status: 400, errorType: 'MalformedHttpRequestException', message });
const badRequest = (message: string): Refusal => ({ status: 400, errorType: 'BadRequestException', message });

/** Texts captured from AppSync, save for those marked. */
export const refusals = {
  noValidAuthorization: unauthorized('Valid authorization header not provided.'),
  noAuthorization: unauthorized('Missing authorization header'),
  notAJwt: unauthorized('Unable to parse JWT token.'),
  notAuthorized: unauthorized('You are not authorized to make this call.'),
  /** From memory; clients look for "Token" and "expired". */
  tokenExpired: unauthorized('Token has expired.'),
  permissionDenied: unauthorized('Permission denied'),
  /** The words are those of AWS's front door; 403 was seen for credentials that it does not know. */
  signature: (errorType: string, message: string): Refusal => ({
    status: errorType === 'IncompleteSignatureException' ? 401 : 403,
    errorType,
    message,
  }),

  /** The words are AWS's of other services; AppSync's own were never captured. */
  throttled: { status: 429, errorType: 'ThrottledException', message: 'Rate exceeded' },

  emptyBody: malformed('Request body is empty.'),
  unparsable: malformed('Unable to parse GraphQL query.'),
  operationNameMissing: badRequest('Missing operation name.'),
  /** graphql-java's words. */
  operationUnknown: (name: string) => badRequest(`Unknown operation named '${name}'.`),
  subscription: badRequest('Subscriptions over MQTT is not supported.'),
  /** AppSync sends no message with this one. */
  contentType: { status: 400, errorType: 'BadRequestException' },
  /** The type and the limit (about 1 MB) are from memory. */
  tooLarge: { status: 413, errorType: 'RequestEntityTooLargeException' },
} as const satisfies Record<string, Refusal | ((...words: string[]) => Refusal)>;
