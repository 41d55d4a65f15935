// amplifyconfiguration.json of Amplify Gen 1 for Android, iOS and Flutter: plugins by name, and in them any number of app clients and
// APIs, each API once for each of its auth modes.
// https://docs.amplify.aws/gen1/swift/tools/libraries/configure-categories/

import * as v from 'valibot';
import { connectionSchema } from '../connection.ts';
import type { FoundApi, FoundClient, Importer } from './importer.ts';
import { clientMeans, endpointMeans, poolMeans, wrongFrom } from './wrong-from.ts';

const { userPoolId, appClientId, graphqlEndpoint } = connectionSchema.entries;

const pool = v.object({ PoolId: userPoolId, AppClientId: appClientId, AppClientSecret: v.optional(v.string()) });
const api = v.object({
  endpointType: v.optional(v.string()),
  endpoint: v.string(),
  authorizationType: v.optional(v.string()),
  apiKey: v.optional(v.string()),
});
const appSync = v.object({ ApiUrl: graphqlEndpoint, AuthMode: v.optional(v.string()), ApiKey: v.optional(v.string()) });

const configuration = v.object({
  auth: v.object({
    plugins: v.object({
      awsCognitoAuthPlugin: v.object({
        CognitoUserPool: v.record(v.string(), pool),
        AppSync: v.optional(v.record(v.string(), appSync)),
      }),
    }),
  }),
  api: v.optional(v.object({ plugins: v.object({ awsAPIPlugin: v.optional(v.record(v.string(), api)) }) })),
});

const plugins = v.object({ plugins: v.unknown() });
const sections = v.union([v.object({ auth: plugins }), v.object({ api: plugins })]);

const auth = 'auth.plugins.awsCognitoAuthPlugin';

export const amplifyConfiguration: Importer = {
  format: 'amplifyconfiguration.json',
  recognises: (json) => v.is(sections, json),
  read(json) {
    const parsed = v.safeParse(configuration, json);
    if (!parsed.success) return { ok: false, wrong: wrongIn(parsed.issues[0]) };
    const cognito = parsed.output.auth.plugins.awsCognitoAuthPlugin;
    const [first, ...others] = Object.entries(cognito.CognitoUserPool).map(clientFrom);
    if (first === undefined) return { ok: false, wrong: `Its "${auth}.CognitoUserPool" names no app client.` };
    const apis = apisFrom(parsed.output.api?.plugins.awsAPIPlugin ?? {}, cognito.AppSync ?? {});
    return apis.ok ? { ok: true, found: { clients: [first, ...others], apis: apis.found } } : apis;
  },
};

function clientFrom([name, client]: [string, v.InferOutput<typeof pool>]): FoundClient {
  const { PoolId, AppClientId, AppClientSecret: secret } = client;
  return { name, userPoolId: PoolId, appClientId: AppClientId, ...(secret !== undefined && { hasClientSecret: true }) };
}

/** One line of the file: an API in one of its modes. */
interface Line {
  readonly name: string;
  readonly endpoint: string;
  readonly mode: string | undefined;
  readonly apiKey: string | undefined;
}

function apisFrom(
  byName: Readonly<Record<string, v.InferOutput<typeof api>>>,
  appSyncs: Readonly<Record<string, v.InferOutput<typeof appSync>>>,
): { readonly ok: true; readonly found: readonly FoundApi[] } | { readonly ok: false; readonly wrong: string } {
  const lines: Line[] = [];
  for (const [name, { endpoint, endpointType = 'GraphQL', authorizationType: mode, apiKey }] of Object.entries(
    byName,
  )) {
    // What is REST is nothing of AppSync's.
    if (endpointType !== 'GraphQL') continue;
    const parsed = v.safeParse(graphqlEndpoint, endpoint);
    if (!parsed.success)
      return { ok: false, wrong: `Its "api.plugins.awsAPIPlugin.${name}.endpoint" is not ${endpointMeans}.` };
    lines.push({ name, endpoint: parsed.output, mode, apiKey });
  }
  for (const [name, { ApiUrl, AuthMode, ApiKey }] of Object.entries(appSyncs))
    lines.push({ name, endpoint: ApiUrl, mode: AuthMode, apiKey: ApiKey });

  const endpoints = [...new Set(lines.map(({ endpoint }) => endpoint))];
  return {
    ok: true,
    found: endpoints.map((endpoint) => {
      const same = lines.filter((line) => line.endpoint === endpoint);
      const modes = same.flatMap(({ mode }) => (mode === undefined ? [] : [mode]));
      const apiKey = same.find((line) => line.apiKey !== undefined)?.apiKey;
      return {
        name: same[0]?.name ?? '',
        graphqlEndpoint: endpoint,
        modes: [...new Set(modes)],
        ...(apiKey !== undefined && { apiKey }),
      };
    }),
  };
}

function wrongIn(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue) ?? '';
  const means = key.endsWith('.PoolId')
    ? poolMeans
    : key.endsWith('.AppClientId')
      ? clientMeans
      : key.endsWith('.ApiUrl')
        ? endpointMeans
        : undefined;
  if (means !== undefined) return wrongFrom(issue, { [key]: means });
  if (issue.input === undefined && auth.startsWith(key))
    return `It has no "${key}": the backend has no user pool (amplify add auth).`;
  return issue.input === undefined ? `It has no "${key}".` : wrongFrom(issue, {});
}
