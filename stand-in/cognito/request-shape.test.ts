import { expect, test } from 'vitest';
import * as v from 'valibot';
import { CognitoError } from './cognito-error.ts';
import { anyMap, appClientId, oneOf, parseBody, parseRequest, session } from './request-shape.ts';

const shape = v.object({
  AuthFlow: oneOf(['USER_SRP_AUTH', 'REFRESH_TOKEN']),
  ClientId: appClientId,
  AuthParameters: v.optional(anyMap, {}),
  Session: v.optional(session),
});
const good = { AuthFlow: 'USER_SRP_AUTH', ClientId: 'abc', AuthParameters: { USERNAME: 'alice' } };

function refusalOf(text: string): string {
  try {
    parseRequest(shape, parseBody(text));
    return 'taken';
  } catch (error) {
    if (error instanceof CognitoError) return `${error.type}: ${error.message}`;
    throw error;
  }
}

test.each([
  [good, 'taken'],
  [{ ...good, Surprise: 1, AuthParameters: null }, 'taken'],
  [
    { ...good, ClientId: undefined },
    "InvalidParameterException: 1 validation error detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null",
  ],
  [
    { ...good, ClientId: '' },
    "InvalidParameterException: 2 validation errors detected: Value '' at 'clientId' failed to satisfy constraint: " +
      "Member must have length greater than or equal to 1; Value '' at 'clientId' failed to satisfy constraint: " +
      String.raw`Member must satisfy regular expression pattern: [\w+]+`,
  ],
  [
    { ...good, ClientId: 'a "b"' },
    `InvalidParameterException: 1 validation error detected: Value 'a "b"' at 'clientId' failed to satisfy constraint: ` +
      String.raw`Member must satisfy regular expression pattern: [\w+]+`,
  ],
  [
    { ...good, AuthFlow: 'SRP' },
    "InvalidParameterException: 1 validation error detected: Value 'SRP' at 'authFlow' failed to satisfy constraint: " +
      'Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN]',
  ],
  [
    { ...good, Session: 'too-short-secret' },
    "InvalidParameterException: 1 validation error detected: Value at 'session' failed to satisfy constraint: " +
      'Member must have length greater than or equal to 20',
  ],
  [{ ...good, ClientId: 5 }, 'SerializationException: NUMBER_VALUE can not be converted to a String'],
  [{ ...good, ClientId: true }, 'SerializationException: TRUE_VALUE can not be converted to a String'],
  [{ ...good, ClientId: {} }, 'SerializationException: Start of structure or map found where not expected.'],
  [{ ...good, AuthParameters: 'USERNAME=alice' }, 'SerializationException: Expected map or null'],
  [
    { ...good, AuthParameters: { USERNAME: 1 } },
    'SerializationException: NUMBER_VALUE can not be converted to a String',
  ],
])('%j: %s', (request, refusal) => {
  expect(refusalOf(JSON.stringify(request))).toBe(refusal);
});

test.each(['', '{', 'null', '<html>'])('a body of "%s" is no request', (text) => {
  expect(refusalOf(text)).toBe('SerializationException: ');
});
