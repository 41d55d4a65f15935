// The two calls of the admin flow, which need the developer's own AWS credentials; so no page makes them by itself.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html

import type { HelperOptions } from './admin-over-helper.ts';
import type { RespondToAuthChallengeRequest } from './cognito-api.ts';
import type { AuthReply } from './cognito-replies.ts';

export interface AdminInitiateAuthRequest {
  readonly AuthFlow: 'ADMIN_USER_PASSWORD_AUTH';
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly AuthParameters: Readonly<Record<string, string>>;
}

export interface AdminRespondToAuthChallengeRequest extends RespondToAuthChallengeRequest {
  readonly UserPoolId: string;
}

/** Rejects with a CognitoError, as CognitoApi does, with what is wrong with the credentials or their rights besides. */
export interface AdminApi {
  adminInitiateAuth(request: AdminInitiateAuthRequest, signal?: AbortSignal): Promise<AuthReply>;
  adminRespondToAuthChallenge(request: AdminRespondToAuthChallengeRequest, signal?: AbortSignal): Promise<AuthReply>;
}

/** Signed by the page's helper. What speaks to it is fetched with the first call: most sign-ins make none. */
export function createAdminApiOverHelper(options: HelperOptions): AdminApi {
  const overHelper = async () => (await import('./admin-over-helper.ts')).adminApiOverHelper(options);
  return {
    adminInitiateAuth: async (request, signal) => (await overHelper()).adminInitiateAuth(request, signal),
    adminRespondToAuthChallenge: async (request, signal) =>
      (await overHelper()).adminRespondToAuthChallenge(request, signal),
  };
}
