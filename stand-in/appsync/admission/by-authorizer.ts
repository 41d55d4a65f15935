// AWS_LAMBDA: any text at all, judged by the API's own function.
import type { Api, AppSyncDeps } from '../api.ts';
import type { LambdaProvider } from '../auth-provider.ts';
import { requestFromText } from '../graphql-request.ts';
import type { AuthorizerAnswer, AuthorizerEvent } from '../lambda-authorizer.ts';
import { refusals } from '../refusals.ts';
import { admitted, refused, type Admission } from './admission.ts';

export async function admitByAuthorizer(
  { authorize, identityValidationExpression }: LambdaProvider,
  api: Api,
  { token, body }: { readonly token: string; readonly body: string },
  { requestId }: Pick<AppSyncDeps, 'requestId'>,
): Promise<Admission> {
  // AppSync does not call the function for what does not match.
  if (identityValidationExpression !== undefined && !new RegExp(identityValidationExpression).test(token)) {
    return refused(refusals.notAuthorized);
  }
  const answer = await answerOf(() => authorize(eventFrom(token, api, body, requestId())));
  if (!answer.isAuthorized) return refused(refusals.notAuthorized);
  const { resolverContext = {}, deniedFields = [] } = answer;
  return admitted({ mode: 'AWS_LAMBDA', identity: { resolverContext }, deniedFields: deniedFields.map(fieldOf) });
}

/** A function that throws has not authorized anybody. */
async function answerOf(call: () => AuthorizerAnswer | Promise<AuthorizerAnswer>): Promise<AuthorizerAnswer> {
  try {
    return await call();
  } catch {
    return { isAuthorized: false };
  }
}

function eventFrom(authorizationToken: string, { id }: Api, body: string, requestId: string): AuthorizerEvent {
  const reading = requestFromText(body);
  const request = reading.ok ? reading.request : null;
  const operationName = request?.operation.name?.value;
  return {
    authorizationToken,
    requestContext: {
      apiId: id,
      requestId,
      queryString: request?.document.loc?.source.body ?? '',
      ...(operationName !== undefined && { operationName }),
      variables: request?.variables ?? {},
    },
  };
}

/** `arn:aws:appsync:…:apis/ID/types/TYPE/fields/FIELD`, or the short form already. */
function fieldOf(denied: string): string {
  const [, type, field] = /\/types\/(\w+)\/fields\/(\w+)$/.exec(denied) ?? [];
  return type !== undefined && field !== undefined ? `${type}.${field}` : denied;
}
