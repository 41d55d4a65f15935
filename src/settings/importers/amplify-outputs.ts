// amplify_outputs.json, which Amplify Gen 2 writes. A Cognito that is not AWS's stands under `custom`, for which Amplify has no place.
// https://docs.amplify.aws/react/reference/amplify_outputs/

import * as v from 'valibot';
import { connectionSchema } from '../connection.ts';
import type { Importer } from './importer.ts';

const { userPoolId, appClientId, graphqlEndpoint, cognitoEndpoint } = connectionSchema.entries;

const outputs = v.object({
  auth: v.object({ user_pool_id: userPoolId, user_pool_client_id: appClientId }),
  data: v.optional(v.object({ url: v.optional(graphqlEndpoint) })),
  custom: v.optional(v.object({ cognito_endpoint: v.optional(cognitoEndpoint.wrapped) })),
});

const sections = v.union([
  v.object({ auth: v.unknown() }),
  v.object({ data: v.object({ url: v.unknown() }) }),
  v.object({ version: v.pipe(v.string(), v.regex(/^1(?:\.\d+)?$/)) }),
]);

export const amplifyOutputs: Importer = {
  format: 'amplify_outputs.json',
  recognises: (json) => v.is(sections, json),
  read(json) {
    const parsed = v.safeParse(outputs, json);
    if (!parsed.success) return { ok: false, wrong: wrongFrom(parsed.issues[0]) };
    const { auth, data, custom } = parsed.output;
    return {
      ok: true,
      found: {
        userPoolId: auth.user_pool_id,
        appClientId: auth.user_pool_client_id,
        ...(data?.url !== undefined && { graphqlEndpoint: data.url }),
        ...(custom?.cognito_endpoint !== undefined && { cognitoEndpoint: custom.cognito_endpoint }),
      },
    };
  },
};

const needed: Readonly<Record<string, string>> = {
  auth: 'the backend has no user pool (defineAuth)',
  'auth.user_pool_id': 'the user pool’s id, such as eu-west-1_AbC123dEf',
  'auth.user_pool_client_id': 'the app client’s id, 26 letters and digits',
  'data.url': 'the GraphQL endpoint, an https URL',
  'custom.cognito_endpoint': 'the full URL of a Cognito that is not AWS’s: https, or http on this machine',
};

/** Names the key, and no value. */
function wrongFrom(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue) ?? '';
  const missing = issue.input === undefined;
  const means = needed[key];
  if (means === undefined) return `${key === '' ? 'It' : `Its "${key}"`} is not as Amplify writes it.`;
  if (key === 'auth') return missing ? `It has no "auth": ${means}.` : 'Its "auth" is not as Amplify writes it.';
  return missing ? `It has no "${key}": ${means}.` : `Its "${key}" is not ${means}.`;
}
