// The three Lambda triggers of CUSTOM_AUTH, as functions of the pool. Members are spelled as in AWS's events, whose `request`
// is given and whose `response` is returned. A function that throws is a Lambda that failed.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html

export interface CustomAuthTriggers {
  /** Decides what comes next; asked first, and again after each answer. */
  defineAuthChallenge(request: DefineAuthChallengeRequest): DefineAuthChallengeResponse;
  createAuthChallenge(request: CreateAuthChallengeRequest): CreateAuthChallengeResponse;
  verifyAuthChallengeResponse(request: VerifyAuthChallengeRequest): { readonly answerCorrect: boolean };
}

/** One challenge of this sign-in that has been answered. */
export interface ChallengeResult {
  /** `SRP_A`, `PASSWORD_VERIFIER` or `CUSTOM_CHALLENGE`. */
  readonly challengeName: string;
  readonly challengeResult: boolean;
  /** What CreateAuthChallenge called it. */
  readonly challengeMetadata?: string;
}

export interface DefineAuthChallengeRequest {
  readonly userAttributes: Readonly<Record<string, string>>;
  /** In order; empty at first, but for `SRP_A` where the client begins with a password. */
  readonly session: readonly ChallengeResult[];
  /** True where the app client hides that a user does not exist. */
  readonly userNotFound: boolean;
}

export interface DefineAuthChallengeResponse {
  readonly challengeName?: 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE';
  readonly issueTokens: boolean;
  readonly failAuthentication: boolean;
}

export interface CreateAuthChallengeRequest extends DefineAuthChallengeRequest {
  readonly challengeName: 'CUSTOM_CHALLENGE';
}

export interface CreateAuthChallengeResponse {
  /** Sent to the client. */
  readonly publicChallengeParameters: Readonly<Record<string, string>>;
  /** Kept, for VerifyAuthChallengeResponse. */
  readonly privateChallengeParameters: Readonly<Record<string, string>>;
  readonly challengeMetadata?: string;
}

export interface VerifyAuthChallengeRequest {
  readonly userAttributes: Readonly<Record<string, string>>;
  readonly privateChallengeParameters: Readonly<Record<string, string>>;
  readonly challengeAnswer: string;
  readonly userNotFound: boolean;
}
