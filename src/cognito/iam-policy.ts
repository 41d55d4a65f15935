// The smallest IAM policy for what the admin flow calls, as text to copy. Pure; asks AWS nothing.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html

/** Stands where the account's id belongs while nobody knows it: no policy is accepted with it, so it cannot be overlooked. */
const accountPlaceholder = '<ACCOUNT-ID>';

/** What a sign-in by ADMIN_USER_PASSWORD_AUTH calls with AWS credentials; all else it calls is unsigned. */
export const adminSignInActions = ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'] as const;

export interface PoolInAccount {
  readonly region: string;
  /** 12 digits; absent where nobody knows it. */
  readonly accountId?: string | undefined;
  readonly userPoolId: string;
}

/** JSON, two spaces deep. */
export function smallestPolicy({ actions, ...pool }: PoolInAccount & { readonly actions: readonly string[] }): string {
  const statement = { Effect: 'Allow', Action: actions, Resource: poolArnFrom(pool) };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

export function poolArnFrom({ region, accountId = accountPlaceholder, userPoolId }: PoolInAccount): string {
  return `arn:${partitionOf(region)}:cognito-idp:${region}:${accountId}:userpool/${userPoolId}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/**
 * The account in AWS's refusal, "User: arn:aws:iam::111122223333:user/dev is not authorized to perform: … on resource:
 * arn:aws:cognito-idp:eu-west-1:444455556666:userpool/…": the pool's, or else the caller's, which is the same as a rule.
 */
export function accountIdIn(refusal: string): string | undefined {
  const ofPool = /\barn:aws[\w-]*:cognito-idp:[\w-]*:(\d{12}):/.exec(refusal);
  const ofCaller = /\barn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(refusal);
  return (ofPool ?? ofCaller)?.[1];
}
