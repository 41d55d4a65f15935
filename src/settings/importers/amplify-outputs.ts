// amplify_outputs.json, which Amplify Gen 2 writes. A Cognito that is not AWS's stands under `custom`, for which Amplify has no place.
// https://docs.amplify.aws/react/reference/amplify_outputs/

import * as v from 'valibot';
import { connectionSchema } from '../connection.ts';
import type { Importer } from './importer.ts';
import { clientMeans, endpointMeans, poolMeans, wrongFrom } from './wrong-from.ts';

const { userPoolId, appClientId, graphqlEndpoint, cognitoEndpoint } = connectionSchema.entries;

const outputs = v.object({
  auth: v.object({ user_pool_id: userPoolId, user_pool_client_id: appClientId }),
  data: v.optional(
    v.object({
      url: v.optional(graphqlEndpoint),
      api_key: v.optional(v.string()),
      default_authorization_type: v.optional(v.string()),
      authorization_types: v.optional(v.array(v.string())),
    }),
  ),
  custom: v.optional(v.object({ cognito_endpoint: v.optional(cognitoEndpoint.wrapped) })),
});

const sections = v.union([
  v.object({ auth: v.unknown(), version: v.unknown() }),
  v.object({ auth: v.object({ user_pool_id: v.unknown() }) }),
  v.object({ auth: v.object({ user_pool_client_id: v.unknown() }) }),
  v.object({ data: v.object({ url: v.unknown() }) }),
  v.object({ version: v.pipe(v.string(), v.regex(/^1(?:\.\d+)?$/)) }),
]);

export const amplifyOutputs: Importer = {
  format: 'amplify_outputs.json',
  recognises: (json) => v.is(sections, json),
  read(json) {
    const parsed = v.safeParse(outputs, json);
    if (!parsed.success) return { ok: false, wrong: wrongIn(parsed.issues[0]) };
    const { auth, data, custom } = parsed.output;
    const { default_authorization_type: first, authorization_types: more = [] } = data ?? {};
    return {
      ok: true,
      found: {
        clients: [
          {
            name: 'auth',
            userPoolId: auth.user_pool_id,
            appClientId: auth.user_pool_client_id,
            ...(custom?.cognito_endpoint !== undefined && { cognitoEndpoint: custom.cognito_endpoint }),
          },
        ],
        apis:
          data?.url === undefined
            ? []
            : [
                {
                  name: 'data',
                  graphqlEndpoint: data.url,
                  modes: [...new Set([...(first === undefined ? [] : [first]), ...more])],
                  ...(data.api_key !== undefined && { apiKey: data.api_key }),
                },
              ],
      },
    };
  },
};

const needed: Readonly<Record<string, string>> = {
  'auth.user_pool_id': poolMeans,
  'auth.user_pool_client_id': clientMeans,
  'data.url': endpointMeans,
  'custom.cognito_endpoint': 'the full URL of a Cognito that is not AWS’s: https, or http on this machine',
};

function wrongIn(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) === 'auth' && issue.input === undefined
    ? 'It has no "auth": the backend has no user pool (defineAuth).'
    : wrongFrom(issue, needed);
}
