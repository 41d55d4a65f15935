// One typed JSON call per Cognito operation, over fetch: AWS JSON 1.1 to one address. Decides nothing and retries nothing.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/

import { CognitoError } from './cognito-error.ts';
import { awsErrorFrom, parsedBody, readBounded } from './cognito-answer.ts';
import {
  parseAuthReply,
  parseNothing,
  parseTokensReply,
  parseUserReply,
  type AuthenticationResult,
  type AuthReply,
  type GetUserReply,
  type Parsed,
} from './cognito-replies.ts';

export interface InitiateAuthRequest {
  readonly AuthFlow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' | 'REFRESH_TOKEN_AUTH';
  readonly ClientId: string;
  readonly AuthParameters: Readonly<Record<string, string>>;
}

export interface RespondToAuthChallengeRequest {
  readonly ClientId: string;
  readonly ChallengeName: string;
  readonly Session?: string;
  readonly ChallengeResponses: Readonly<Record<string, string>>;
}

/** Every call rejects with a CognitoError and nothing else. */
export interface CognitoApi {
  initiateAuth(request: InitiateAuthRequest, signal?: AbortSignal): Promise<AuthReply>;
  respondToAuthChallenge(request: RespondToAuthChallengeRequest, signal?: AbortSignal): Promise<AuthReply>;
  getTokensFromRefreshToken(
    request: { readonly RefreshToken: string; readonly ClientId: string },
    signal?: AbortSignal,
  ): Promise<AuthenticationResult>;
  /** Takes the refresh token; an unknown or revoked one is a success too. */
  revokeToken(request: { readonly Token: string; readonly ClientId: string }, signal?: AbortSignal): Promise<void>;
  globalSignOut(request: { readonly AccessToken: string }, signal?: AbortSignal): Promise<void>;
  getUser(request: { readonly AccessToken: string }, signal?: AbortSignal): Promise<GetUserReply>;
}

/** What we ask of fetch: the browser's and Node's both have it. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    credentials: 'omit';
    redirect: 'manual';
    cache: 'no-store';
    referrerPolicy: 'no-referrer';
    signal: AbortSignal;
  },
) => Promise<Response>;

export interface CognitoApiOptions {
  /** The full URL, with its closing slash. */
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** An answer larger than this is not read to its end; default 1 MB. */
  readonly maxBytes?: number;
  /** A call without a whole answer by then has failed as 'Unreachable'; default 30 000. */
  readonly timeoutMs?: number;
}

export function createCognitoApi(options: CognitoApiOptions): CognitoApi {
  const { endpoint, fetch, maxBytes = 1_000_000, timeoutMs = 30_000 } = options;

  async function send<Reply>(
    operation: string,
    request: object,
    parse: (json: unknown) => Parsed<Reply>,
    signal: AbortSignal | undefined,
  ): Promise<Reply> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const whole = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const stopped = () => {
      if (signal?.aborted) return new CognitoError('Aborted', { detail: 'stopped before the answer came' });
      if (timeout.aborted)
        return new CognitoError('Unreachable', { timedOut: true, detail: `no answer in ${timeoutMs} ms` });
      return undefined;
    };

    let response: Response;
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify(request),
        credentials: 'omit',
        // Passwords and tokens are in the body: 'follow' could carry them to another host.
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: whole,
      });
    } catch (cause) {
      throw stopped() ?? new CognitoError('Unreachable', { detail: 'the request got no answer', cause });
    }

    const { status } = response;
    // A browser hides a redirect's status; Node shows it.
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      throw new CognitoError('NotCognito', { reason: 'redirect', ...(status > 0 && { status }) });
    }
    let body: string;
    try {
      body = await readBounded(response, maxBytes);
    } catch (cause) {
      throw (
        stopped() ??
        (cause instanceof CognitoError ? cause : new CognitoError('NotCognito', { reason: 'cut', status, cause }))
      );
    }
    if (!response.ok) throw awsErrorFrom(response, body, request);
    // Operations without output answer `{}`; an empty body says as much to their parser, and nothing to the others.
    const empty = body.trim() === '';
    const parsed = parse(empty ? undefined : parsedBody(response, body));
    if (parsed.ok) return parsed.reply;
    if (empty) throw new CognitoError('NotCognito', { reason: 'empty', status });
    throw new CognitoError('NotCognito', { reason: 'wrong-shape', status, detail: parsed.wrong });
  }

  return {
    initiateAuth: (request, signal) => send('InitiateAuth', request, parseAuthReply, signal),
    respondToAuthChallenge: (request, signal) => send('RespondToAuthChallenge', request, parseAuthReply, signal),
    getTokensFromRefreshToken: (request, signal) =>
      send('GetTokensFromRefreshToken', request, parseTokensReply, signal),
    revokeToken: (request, signal) => send('RevokeToken', request, parseNothing, signal),
    globalSignOut: (request, signal) => send('GlobalSignOut', request, parseNothing, signal),
    getUser: (request, signal) => send('GetUser', request, parseUserReply, signal),
  };
}
