// Where this person's configuration lives. Says, does not make.
import envPaths from 'env-paths';

/** The folder the connections are kept in: APPSYNC_GRAPHIQL_CONFIG_DIR, or the system's place for configuration. */
export function configFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['APPSYNC_GRAPHIQL_CONFIG_DIR'] || envPaths('appsync-graphiql', { suffix: '' }).config;
}
