// An AWS account as data: who may call with a signature, with which keys, and what their policies let them do.

export interface IamAccount {
  /** 12 digits. */
  readonly id: string;
  readonly principals: readonly IamPrincipal[];
}

export interface IamPrincipal {
  readonly arn: string;
  /** As GetCallerIdentity tells it: `AIDA...` of a user, `AROA...:session` of an assumed role. */
  readonly userId: string;
  /** `AKIA...` of a user, `ASIA...` of a session. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only of temporary credentials. */
  readonly session?: TemporarySession;
  /** A test may change it, as an administrator would. */
  policy: IamPolicy;
}

export interface TemporarySession {
  readonly token: string;
  /** From the stand-in's start. */
  lifeInSeconds: number;
}

/** An identity-based policy, in the JSON that IAM takes. Conditions are not looked at. */
export interface IamPolicy {
  readonly Version: string;
  readonly Statement: IamStatement | readonly IamStatement[];
}

export interface IamStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}
