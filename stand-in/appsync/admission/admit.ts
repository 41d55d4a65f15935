// Which of the API's ways in a request has taken: the mode is inferred from its headers, a SigV4 signature before an API key
// before a token. Judging is left to the mode. Says nothing about fields.
import type { AppSyncDeps } from '../api.ts';
import { refusals } from '../refusals.ts';
import type { RunnableApi } from '../runnable-api.ts';
import { refused, type Admission, type AuthRequest } from './admission.ts';
import { admitByAuthorizer } from './by-authorizer.ts';
import { admitByKey } from './by-key.ts';
import { admitBySignature } from './by-signature.ts';
import { admitByToken } from './by-token.ts';

export async function admit(
  runnable: Pick<RunnableApi, 'api' | 'schema'>,
  request: AuthRequest,
  deps: AppSyncDeps,
): Promise<Admission> {
  const { api } = runnable;
  const providers = [api.defaultProvider, ...api.additionalProviders];
  const apiKeys = providers.find((provider) => provider.mode === 'API_KEY');
  const lambda = providers.find((provider) => provider.mode === 'AWS_LAMBDA');
  const issuers = providers.filter(
    (provider) => provider.mode === 'AMAZON_COGNITO_USER_POOLS' || provider.mode === 'OPENID_CONNECT',
  );
  const takesTokens = issuers.length > 0 || lambda !== undefined;
  const authorization = request.headers.get('authorization');
  const apiKey = request.headers.get('x-api-key');

  if (authorization?.startsWith('AWS4-')) {
    const takesSignatures = providers.some(({ mode }) => mode === 'AWS_IAM');
    return takesSignatures ? admitBySignature(runnable, request, deps) : refused(refusals.noValidAuthorization);
  }
  if (apiKey !== null) {
    return apiKeys ? admitByKey(apiKeys, apiKey, deps.clock.now()) : refused(refusals.noValidAuthorization);
  }
  if (authorization === null) return refused(takesTokens ? refusals.noValidAuthorization : refusals.noAuthorization);
  if (!takesTokens) return refused(refusals.noValidAuthorization);

  const token = api.settings.acceptsBearer === true ? authorization.replace(/^Bearer +/i, '') : authorization;
  const judged = issuers.length > 0 ? await admitByToken(issuers, token, deps) : null;
  if (judged?.isOurs) return judged.admission;
  // What is no token of an issuer of this API is the authorizer's business.
  if (lambda) return admitByAuthorizer(lambda, api, { token, body: request.body }, deps);
  return judged?.admission ?? refused(refusals.noValidAuthorization);
}
