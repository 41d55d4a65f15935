// AWS_IAM: a request that a principal of the account has signed, whose policy lets it have some field of the API.
import type { GraphQLSchema } from 'graphql';
import type { AppSyncDeps } from '../api.ts';
import { refusals } from '../refusals.ts';
import type { RunnableApi } from '../runnable-api.ts';
import { admitted, refused, type Admission, type AuthRequest } from './admission.ts';

/** The one action there is. The resource is a field of a root type, or a pattern for several. */
const iamAction = 'appsync:GraphQL';

export async function admitBySignature(
  { api, schema }: Pick<RunnableApi, 'api' | 'schema'>,
  request: AuthRequest,
  deps: Pick<AppSyncDeps, 'verifySignature' | 'arnOf'>,
): Promise<Admission> {
  const verdict = await deps.verifySignature(request);
  if (!verdict.ok) return refused(refusals.signature(verdict.errorType, verdict.message));
  const { accountId, arn, mayCall } = verdict.signer;
  const allows = (typeName: string, fieldName: string) =>
    mayCall(iamAction, `${deps.arnOf(api)}/types/${typeName}/fields/${fieldName}`);
  if (!hasAnyField(schema, allows)) return refused(refusals.permissionDenied);
  const identity = {
    accountId,
    userArn: arn,
    username: arn.split('/').at(-1) ?? '',
    sourceIp: ['127.0.0.1'],
    cognitoIdentityId: null,
  };
  return admitted({ mode: 'AWS_IAM', identity, allows });
}

function hasAnyField(schema: GraphQLSchema, allows: (typeName: string, fieldName: string) => boolean): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.some((root) => root && Object.keys(root.getFields()).some((field) => allows(root.name, field)));
}
