// The connection at hand as a command of the AWS CLI, for a POSIX shell. Pure; what is secret is a placeholder in it.
// https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/initiate-auth.html

import type { AuthFlow } from './explanation.ts';

/** What is asked of a connection. */
export interface CliConnection {
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly authFlow: AuthFlow;
  readonly hasClientSecret?: true;
  /** Absent: AWS's own host. */
  readonly cognitoEndpoint?: string;
}

export interface AwsCliCommand {
  /** Over several lines; placeholders in angle brackets stand inside quotes. */
  readonly command: string;
  /** Sentences on what to put in, and on what the command cannot do. */
  readonly notes: readonly string[];
}

export function awsCliCommandFrom(connection: CliConnection, username = ''): AwsCliCommand {
  const { userPoolId, appClientId, cognitoEndpoint, hasClientSecret } = connection;
  const authFlow = connection.authFlow === 'USER_SRP_AUTH' ? 'USER_PASSWORD_AUTH' : connection.authFlow;
  const isAdmin = authFlow === 'ADMIN_USER_PASSWORD_AUTH';
  const region = userPoolId.slice(0, userPoolId.indexOf('_'));
  const name = username.trim() === '' ? '<USERNAME>' : username.trim();
  const parameters = {
    USERNAME: name,
    ...(authFlow !== 'CUSTOM_AUTH' && { PASSWORD: '<PASSWORD>' }),
    ...(hasClientSecret && { SECRET_HASH: '<SECRET-HASH>' }),
  };
  const lines = [
    `aws cognito-idp ${isAdmin ? 'admin-initiate-auth' : 'initiate-auth'}`,
    `--region ${quoted(region)}`,
    ...(isOfAws(cognitoEndpoint, region) ? [] : [`--endpoint-url ${quoted(cognitoEndpoint)}`]),
    ...(isAdmin ? [`--user-pool-id ${quoted(userPoolId)}`] : []),
    `--client-id ${quoted(appClientId)}`,
    `--auth-flow ${authFlow}`,
    // JSON, since the CLI's shorthand breaks at a comma in a password.
    `--auth-parameters ${quoted(JSON.stringify(parameters))}`,
  ];
  return { command: lines.join(' \\\n  '), notes: notesFor(connection, name) };
}

function notesFor({ authFlow, appClientId, hasClientSecret }: CliConnection, name: string): string[] {
  const secretHash = `npm run --silent cli -- secret-hash ${quoted(name)} ${quoted(appClientId)}`;
  return [
    ...(authFlow === 'USER_SRP_AUTH'
      ? [
          'The AWS CLI cannot do SRP: it computes neither SRP_A nor the proof. This is USER_PASSWORD_AUTH, which the app client has to allow too.',
        ]
      : []),
    ...(authFlow === 'CUSTOM_AUTH'
      ? [
          'The first question of the triggers comes back; it is answered with aws cognito-idp respond-to-auth-challenge.',
        ]
      : []),
    ...(authFlow === 'ADMIN_USER_PASSWORD_AUTH'
      ? ['It is signed with your own AWS credentials; add --profile NAME to choose which.']
      : []),
    ...(hasClientSecret ? [`SECRET_HASH is printed by: ${secretHash}`] : []),
  ];
}

function isOfAws(endpoint: string | undefined, region: string): endpoint is undefined {
  if (endpoint === undefined) return true;
  const ofAws = `https://cognito-idp.${region}.amazonaws.com`;
  return [ofAws, `${ofAws}.cn`].includes(endpoint.replace(/\/$/, ''));
}

/** One word for a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
