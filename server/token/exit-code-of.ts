// Which exit code a failed sign-in ends with. Pure.
import type { CognitoErrorCode } from '../../src/cognito/cognito-error.ts';
import type { Explanation } from '../../src/cognito/explanation.ts';
import { exitCodes } from '../exit-codes.ts';

const byCode: Readonly<Partial<Record<CognitoErrorCode, number>>> = {
  // Also where the client secret is the wrong one, which the page calls a matter of the connection.
  NotAuthorizedException: exitCodes.refused,
  NoCredentials: exitCodes.awsCredentials,
  NoHelper: exitCodes.awsCredentials,
  AccessDeniedException: exitCodes.awsCredentials,
  Unreachable: exitCodes.noCognito,
  NotCognito: exitCodes.noCognito,
  InternalErrorException: exitCodes.noCognito,
  LimitExceededException: exitCodes.noCognito,
  TooManyRequestsException: exitCodes.noCognito,
  Aborted: exitCodes.interrupted,
};

export function exitCodeOf({ code, retry }: Pick<Explanation, 'code' | 'retry'>): number {
  if (code === undefined) return exitCodes.failed;
  return byCode[code] ?? (retry === 'fix-connection' ? exitCodes.configuration : exitCodes.refused);
}
