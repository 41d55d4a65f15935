// The operations of Cognito that this app calls, each with what it takes and gives: one typed call per operation.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/

import {
  parseAuthReply,
  parseDeliveryReply,
  parseNothing,
  parseSecretCodeReply,
  parseTokensReply,
  parseUserReply,
  parseVerifiedReply,
  type AuthenticationResult,
  type AuthReply,
  type DeliveryReply,
  type GetUserReply,
  type Parsed,
  type SecretCodeReply,
  type VerifiedReply,
} from './cognito-replies.ts';
import { sendToCognito, type CognitoRequestOptions } from './cognito-request.ts';

/** In AWS's spelling; `Optional` may be left out. */
type Request<Needed extends string, Optional extends string = never> = Readonly<Record<Needed, string>> &
  Readonly<Partial<Record<Optional, string>>>;

export interface InitiateAuthRequest extends Request<'ClientId'> {
  readonly AuthFlow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'REFRESH_TOKEN_AUTH';
  readonly AuthParameters: Readonly<Record<string, string>>;
}

export interface RespondToAuthChallengeRequest extends Request<'ClientId' | 'ChallengeName', 'Session'> {
  readonly ChallengeResponses: Readonly<Record<string, string>>;
}

export interface ConfirmDeviceRequest extends Request<'AccessToken' | 'DeviceKey'> {
  /** Both base64. */
  readonly DeviceSecretVerifierConfig: Request<'PasswordVerifier' | 'Salt'>;
}

type Call<Taken, Reply> = (request: Taken, signal?: AbortSignal) => Promise<Reply>;

/** Every call rejects with a CognitoError and nothing else. */
export interface CognitoApi {
  readonly initiateAuth: Call<InitiateAuthRequest, AuthReply>;
  readonly respondToAuthChallenge: Call<RespondToAuthChallengeRequest, AuthReply>;
  readonly associateSoftwareToken: Call<Request<'Session'>, SecretCodeReply>;
  readonly verifySoftwareToken: Call<Request<'Session' | 'UserCode'>, VerifiedReply>;
  readonly forgotPassword: Call<Request<'ClientId' | 'Username', 'SecretHash'>, DeliveryReply>;
  readonly confirmForgotPassword: Call<
    Request<'ClientId' | 'Username' | 'ConfirmationCode' | 'Password', 'SecretHash'>,
    void
  >;
  readonly confirmSignUp: Call<Request<'ClientId' | 'Username' | 'ConfirmationCode', 'SecretHash'>, void>;
  readonly resendConfirmationCode: Call<Request<'ClientId' | 'Username', 'SecretHash'>, DeliveryReply>;
  readonly confirmDevice: Call<ConfirmDeviceRequest, void>;
  /** Takes the client secret itself, not a hash. */
  readonly getTokensFromRefreshToken: Call<
    Request<'RefreshToken' | 'ClientId', 'ClientSecret' | 'DeviceKey'>,
    AuthenticationResult
  >;
  /** Takes the refresh token, and the client secret itself; an unknown or revoked token is a success too. */
  readonly revokeToken: Call<Request<'Token' | 'ClientId', 'ClientSecret'>, void>;
  readonly globalSignOut: Call<Request<'AccessToken'>, void>;
  readonly getUser: Call<Request<'AccessToken'>, GetUserReply>;
}

export function createCognitoApi(options: CognitoRequestOptions): CognitoApi {
  const call =
    <Reply>(operation: string, parse: (json: unknown) => Parsed<Reply>) =>
    (request: object, signal?: AbortSignal): Promise<Reply> =>
      sendToCognito(options, operation, request, parse, signal);

  return {
    initiateAuth: call('InitiateAuth', parseAuthReply),
    respondToAuthChallenge: call('RespondToAuthChallenge', parseAuthReply),
    associateSoftwareToken: call('AssociateSoftwareToken', parseSecretCodeReply),
    verifySoftwareToken: call('VerifySoftwareToken', parseVerifiedReply),
    forgotPassword: call('ForgotPassword', parseDeliveryReply),
    confirmForgotPassword: call('ConfirmForgotPassword', parseNothing),
    confirmSignUp: call('ConfirmSignUp', parseNothing),
    resendConfirmationCode: call('ResendConfirmationCode', parseDeliveryReply),
    confirmDevice: call('ConfirmDevice', parseNothing),
    getTokensFromRefreshToken: call('GetTokensFromRefreshToken', parseTokensReply),
    revokeToken: call('RevokeToken', parseNothing),
    globalSignOut: call('GlobalSignOut', parseNothing),
    getUser: call('GetUser', parseUserReply),
  };
}
