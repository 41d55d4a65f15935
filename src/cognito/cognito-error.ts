// Everything that can go wrong between us and Cognito, as one class that narrows by `code`. The wording for people is
// in explain-sign-in-error.ts; no password, token or secret is in any property here.

/** AWS's exception names that a sign-in or a renewal can meet. */
export const awsExceptions = [
  'AccessDeniedException',
  'CodeDeliveryFailureException',
  'CodeMismatchException',
  'EnableSoftwareTokenMFAException',
  'ExpiredCodeException',
  'ForbiddenException',
  'InternalErrorException',
  'InvalidEmailRoleAccessPolicyException',
  'InvalidLambdaResponseException',
  'InvalidParameterException',
  'InvalidPasswordException',
  'InvalidSmsRoleAccessPolicyException',
  'InvalidSmsRoleTrustRelationshipException',
  'InvalidUserPoolConfigurationException',
  'LimitExceededException',
  'MFAMethodNotFoundException',
  'NotAuthorizedException',
  'PasswordHistoryPolicyViolationException',
  'PasswordResetRequiredException',
  'RefreshTokenReuseException',
  'ResourceNotFoundException',
  'SerializationException',
  'SoftwareTokenMFANotFoundException',
  'TooManyRequestsException',
  'UnauthorizedException',
  'UnexpectedLambdaException',
  'UnknownOperationException',
  'UnsupportedOperationException',
  'UnsupportedTokenTypeException',
  'UserLambdaValidationException',
  'UserNotConfirmedException',
  'UserNotFoundException',
] as const;

export type AwsException = (typeof awsExceptions)[number];

/**
 * AWS's names, and ours: no answer came ('Unreachable'), an answer came that Cognito would not give ('NotCognito'),
 * we stopped waiting on purpose ('Aborted'), Cognito named an exception we do not know ('Unknown', see `awsType`). For the
 * admin flow: nobody has AWS credentials to sign with ('NoCredentials', see `command`), or nobody is there to sign ('NoHelper').
 */
export type CognitoErrorCode =
  AwsException | 'Unreachable' | 'NotCognito' | 'Aborted' | 'Unknown' | 'NoCredentials' | 'NoHelper';

export type NotCognitoReason =
  'bad-status' | 'cut' | 'empty' | 'html' | 'not-json' | 'redirect' | 'too-large' | 'wrong-shape';

export interface CognitoErrorDetails {
  /** AWS's own sentence, verbatim but for what we had sent in secret. */
  readonly awsMessage?: string | undefined;
  /** The exception's name as it came, where `code` is 'Unknown'. */
  readonly awsType?: string | undefined;
  /** HTTP status, where an answer came. */
  readonly status?: number | undefined;
  /** For 'NotCognito'. */
  readonly reason?: NotCognitoReason | undefined;
  /** For 'Unreachable': nothing came within the time. */
  readonly timedOut?: boolean | undefined;
  /** Half a sentence of ours on what was wrong with the answer: "it has no IdToken". For 'NoCredentials' and 'NoHelper': whole ones. */
  readonly detail?: string | undefined;
  /** For 'AccessDeniedException': the smallest IAM policy that would do, as JSON text. */
  readonly policy?: string | undefined;
  /** For 'NoCredentials': the command that mends it. */
  readonly command?: string | undefined;
  readonly cause?: unknown;
}

export class CognitoError extends Error {
  override readonly name = 'CognitoError';
  readonly code: CognitoErrorCode;
  readonly awsMessage: string | undefined;
  readonly awsType: string | undefined;
  readonly status: number | undefined;
  readonly reason: NotCognitoReason | undefined;
  readonly timedOut: boolean;
  readonly detail: string | undefined;
  readonly policy: string | undefined;
  readonly command: string | undefined;

  constructor(code: CognitoErrorCode, details: CognitoErrorDetails = {}) {
    const { awsMessage, awsType, status, reason, timedOut, detail, policy, command, cause } = details;
    super(`${awsType ?? code}: ${awsMessage ?? detail ?? reason ?? 'no further word'}`, { cause });
    this.code = code;
    this.awsMessage = awsMessage;
    this.awsType = awsType;
    this.status = status;
    this.reason = reason;
    this.timedOut = timedOut ?? false;
    this.detail = detail;
    this.policy = policy;
    this.command = command;
  }
}

export function isAwsException(name: string): name is AwsException {
  return awsExceptions.some((known) => known === name);
}
