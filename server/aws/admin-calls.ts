// One call of the admin flow, signed with the developer's own AWS credentials: what came of it, as the page may know it. Logs
// nothing, and tries nothing twice.
import * as v from 'valibot';
import { withoutSecretsOf } from '../../src/cognito/cognito-answer.ts';
import { accountIdIn, adminSignInActions, smallestPolicy } from '../../src/cognito/iam-policy.ts';
import { cognitoEndpointOf, regionOf } from '../../src/settings/connection.ts';
import type { AdminSignInAnswer, AdminSignInRequest } from '../api.ts';
import { trailOf, type AwsCredentials } from './aws-credentials.ts';
import type { Signing } from './sdk.ts';
import { awsHostsOf, maySignFor, stsEndpointFor } from './signing-hosts.ts';

/** Of `sdk.ts`. */
export interface Sdk {
  readonly sendAdminCall: (request: AdminSignInRequest, signing: Signing) => Promise<object>;
  readonly fetchCallerAccount: (signing: Signing) => Promise<string | undefined>;
}

/** `refused`: what was asked is nothing this helper signs, in a sentence. */
export type AdminAnswer = AdminSignInAnswer | { readonly kind: 'refused'; readonly why: string };

/** Rejects only where `signal` is aborted. */
export type AnswerAdminCall = (request: AdminSignInRequest, signal: AbortSignal) => Promise<AdminAnswer>;

export interface AdminCallOptions {
  readonly credentials: AwsCredentials;
  readonly loadSdk?: () => Promise<Sdk>;
  readonly timeoutMs?: number;
}

export function createAdminCalls(options: AdminCallOptions): AnswerAdminCall {
  const { credentials, loadSdk = () => import('./sdk.ts'), timeoutMs = 30_000 } = options;

  return async (request, signal) => {
    const { userPoolId } = request;
    const endpoint = cognitoEndpointOf(request);
    if (!maySignFor(endpoint, userPoolId)) return { kind: 'refused', why: notSigned(endpoint, userPoolId) };
    const loaded = await credentials.load(signal);
    if (!loaded.ok) return { kind: 'no-credentials', ...loaded.fault };

    const { sendAdminCall, fetchCallerAccount } = await loadSdk();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signing = {
      endpoint,
      region: regionOf(userPoolId),
      identity: loaded.identity,
      signal: AbortSignal.any([signal, timeout]),
    };
    try {
      return { kind: 'reply', reply: await sendAdminCall(request, signing) };
    } catch (error) {
      signal.throwIfAborted();
      return answerFrom(request, error, timeout.aborted, {
        account: () => fetchCallerAccount({ ...signing, endpoint: stsEndpointFor(endpoint, userPoolId) }),
        credentials,
      });
    }
  };
}

function notSigned(endpoint: string, userPoolId: string): string {
  const [host] = awsHostsOf(userPoolId);
  return host === undefined
    ? `The user pool id ${userPoolId} names no AWS region, so there is no AWS host to sign for.`
    : `The helper signs with your AWS credentials only for ${host} and for this machine, not for ${new URL(endpoint).host}. Take the Cognito endpoint out of the connection, or choose another sign-in flow.`;
}

/** What AWS says when it does not accept who signed; it has not looked at what was asked then. */
const refusalsOfSigner =
  /^(?:UnrecognizedClientException|InvalidSignatureException|InvalidClientTokenId|SignatureDoesNotMatch|ExpiredToken(?:Exception)?|MissingAuthenticationToken(?:Exception)?|IncompleteSignature(?:Exception)?|RequestExpired|AuthFailure|OptInRequired)$/;

/** An answer came that the SDK could not read. */
const withStatus = v.object({ $metadata: v.object({ httpStatusCode: v.number() }) });

interface Asking {
  readonly account: () => Promise<string | undefined>;
  readonly credentials: AwsCredentials;
}

async function answerFrom(
  request: AdminSignInRequest,
  error: unknown,
  timedOut: boolean,
  { account, credentials }: Asking,
): Promise<AdminSignInAnswer> {
  if (!(error instanceof Error)) throw error;
  if (!('$fault' in error)) {
    const code = v.is(withStatus, error) ? 'NotCognito' : 'Unreachable';
    return { kind: 'no-answer', code, timedOut };
  }
  const { name } = error;
  if (name === 'Unknown') return { kind: 'no-answer', code: 'NotCognito', timedOut: false };
  if (refusalsOfSigner.test(name)) return { kind: 'no-credentials', ...(await credentials.refused(trailOf(error))) };
  const message = withoutSecretsOf(request.input, error.message);
  if (!/^AccessDenied(?:Exception)?$/.test(name)) return { kind: 'aws-error', code: name, message };

  // Whoever may not may soon be another.
  credentials.forget();
  const { userPoolId } = request;
  const accountId = accountIdIn(message) ?? (await account().catch(() => undefined));
  return {
    kind: 'iam',
    code: name,
    message,
    action: `cognito-idp:${request.operation}`,
    policy: smallestPolicy({ actions: adminSignInActions, region: regionOf(userPoolId), accountId, userPoolId }),
    accountKnown: accountId !== undefined,
  };
}
