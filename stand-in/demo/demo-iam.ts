// The demo's AWS account: whose credentials may call Cognito's admin operations and the APIs. Keys are the same at each start; none is a secret.
import type { IamAccount, IamPolicy } from '../iam/account.ts';

export const demoAccountId = '123456789012';

/** Credentials by what is special about them. In the SDK's spelling. */
export const demoIam = {
  /** May do all that the admin sign-in needs, and call the APIs. */
  allowed: {
    accessKeyId: 'AKIADEMOALLOWEXAMPLE',
    secretAccessKey: 'demo/allowed/not/a/secret/at/all/EXAMPLE',
  },
  /** Is who it says, and may do nothing. */
  denied: {
    accessKeyId: 'AKIADEMODENY0EXAMPLE',
    secretAccessKey: 'demo/denied/not/a/secret/at/all//EXAMPLE',
  },
  /** May do the same as `allowed`, for an hour: what `aws sso login` gives. */
  temporary: {
    accessKeyId: 'ASIADEMOSHORTEXAMPLE',
    secretAccessKey: 'demo/temporary/not/a/secret/at/a/EXAMPLE',
    sessionToken: 'demo//temporary//session//token//not//a//secret//EXAMPLE==',
  },
} as const;

export function demoIamAccount(): IamAccount {
  const { sessionToken, ...temporaryKeys } = demoIam.temporary;
  return {
    id: demoAccountId,
    principals: [
      {
        arn: `arn:aws:iam::${demoAccountId}:user/allowed`,
        userId: 'AIDADEMOALLOWEXAMPLE',
        ...demoIam.allowed,
        policy: policyAllowing('cognito-idp:*', 'appsync:GraphQL'),
      },
      {
        arn: `arn:aws:iam::${demoAccountId}:user/denied`,
        userId: 'AIDADEMODENY0EXAMPLE',
        ...demoIam.denied,
        policy: policyAllowing(),
      },
      {
        arn: `arn:aws:sts::${demoAccountId}:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/temporary`,
        userId: 'AROADEMOSHORTEXAMPLE:temporary',
        ...temporaryKeys,
        session: { token: sessionToken, lifeInSeconds: 3600 },
        policy: policyAllowing('cognito-idp:*', 'appsync:GraphQL'),
      },
    ],
  };
}

function policyAllowing(...actions: readonly string[]): IamPolicy {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}
