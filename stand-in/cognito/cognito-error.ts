// An error as Cognito's API spells it: a type and AWS's own sentence. The statuses of the service's model are not what it sends:
// every published capture shows 400, whatever the model says, and 500 for its own failures.

export type CognitoErrorType =
  | 'CodeMismatchException'
  | 'DeviceKeyExistsException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'InternalErrorException'
  | 'InvalidLambdaResponseException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'LimitExceededException'
  | 'NotAuthorizedException'
  | 'PasswordResetRequiredException'
  | 'RefreshTokenReuseException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'SoftwareTokenMFANotFoundException'
  | 'UnauthorizedException'
  | 'UnknownOperationException'
  | 'UnsupportedOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UserLambdaValidationException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException';

export class CognitoError extends Error {
  override readonly name = 'CognitoError';
  readonly type: CognitoErrorType;

  constructor(type: CognitoErrorType, message: string) {
    super(message);
    this.type = type;
  }

  get status(): 400 | 500 {
    return this.type === 'InternalErrorException' ? 500 : 400;
  }
}

export function notAuthorized(message: string): CognitoError {
  return new CognitoError('NotAuthorizedException', message);
}

export function invalidParameter(message: string): CognitoError {
  return new CognitoError('InvalidParameterException', message);
}

/** One answer for a wrong password, a wrong proof, a wrong clock and, where existence is hidden, an unknown user. */
export function incorrectUsernameOrPassword(): CognitoError {
  return notAuthorized('Incorrect username or password.');
}

/** Deciders return why not, or null; this is where an operation ends for it. */
export function throwRefusal(refusal: CognitoError | null): void {
  if (refusal !== null) throw refusal;
}
