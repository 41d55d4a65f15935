// The flat keys of Amplify Gen 1 for JavaScript: aws-exports.js, and amplifyconfiguration.json of the same.
// https://docs.amplify.aws/gen1/javascript/tools/libraries/configure-categories/

import * as v from 'valibot';
import { connectionSchema } from '../connection.ts';
import type { Importer } from './importer.ts';
import { clientMeans, endpointMeans, poolMeans, wrongFrom } from './wrong-from.ts';

const { userPoolId, appClientId, graphqlEndpoint } = connectionSchema.entries;

const exported = v.object({
  aws_user_pools_id: userPoolId,
  aws_user_pools_web_client_id: appClientId,
  aws_appsync_graphqlEndpoint: v.optional(graphqlEndpoint),
  aws_appsync_authenticationType: v.optional(v.string()),
  aws_appsync_apiKey: v.optional(v.nullable(v.string())),
});

const ownKey = /^aws_(?:project_region|user_pools_|appsync_|cognito_)/;

const needed: Readonly<Record<string, string>> = {
  aws_user_pools_id: poolMeans,
  aws_user_pools_web_client_id: clientMeans,
  aws_appsync_graphqlEndpoint: endpointMeans,
};

export const awsExports: Importer = {
  format: 'aws-exports.js',
  recognises: (json) =>
    v.is(v.record(v.string(), v.unknown()), json) && Object.keys(json).some((key) => ownKey.test(key)),
  read(json) {
    const parsed = v.safeParse(exported, json);
    if (!parsed.success) return { ok: false, wrong: wrongFrom(parsed.issues[0], needed) };
    const { output } = parsed;
    const { aws_appsync_authenticationType: mode, aws_appsync_apiKey: apiKey } = output;
    return {
      ok: true,
      found: {
        clients: [
          {
            name: 'web client',
            userPoolId: output.aws_user_pools_id,
            appClientId: output.aws_user_pools_web_client_id,
          },
        ],
        apis:
          output.aws_appsync_graphqlEndpoint === undefined
            ? []
            : [
                {
                  name: 'AppSync',
                  graphqlEndpoint: output.aws_appsync_graphqlEndpoint,
                  modes: mode === undefined ? [] : [mode],
                  ...(apiKey && { apiKey }),
                },
              ],
      },
    };
  },
};
