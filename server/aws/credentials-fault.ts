// Why there are no AWS credentials, as a reason, sentences and the command that mends it. Pure; quotes nothing of what the SDK
// said, which may name commands, addresses and accounts.
import type { CredentialsReason } from '../api.ts';

export interface CredentialsFault {
  readonly reason: CredentialsReason;
  readonly message: string;
  readonly command?: string;
}

export interface CredentialsContext {
  /** The profile that was asked for; undefined: none, so AWS's "default". */
  readonly profile: string | undefined;
  /** The profiles there are. */
  readonly profiles: readonly string[];
  /** The environment names a container's endpoint for credentials. */
  readonly hasContainer: boolean;
  /** The command line that would use another profile. */
  readonly withProfile: (profile: string) => string;
}

/** What was thrown: its name, and every message on the way, the last one being its own. */
export interface Trail {
  readonly name: string;
  readonly messages: readonly string[];
}

interface Row {
  readonly reason: CredentialsReason;
  /** One of the two must fit. */
  readonly name?: RegExp;
  readonly says?: RegExp;
  readonly message: (context: CredentialsContext) => string;
  readonly command?: (context: CredentialsContext) => string;
}

/** For a POSIX shell. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

const option = ({ profile }: CredentialsContext): string =>
  profile === undefined ? '' : ` --profile ${quoted(profile)}`;
const named = ({ profile }: CredentialsContext): string =>
  profile === undefined ? 'the default AWS profile' : `the AWS profile “${profile}”`;

const rows: readonly Row[] = [
  {
    reason: 'expired-sso',
    says: /aws sso login|SSO session|Token is expired|Session token not found or invalid/i,
    message: (context) => `The IAM Identity Center (SSO) session of ${named(context)} has expired, or was never begun.`,
    command: (context) => `aws sso login${option(context)}`,
  },
  {
    reason: 'expired',
    says: /aws login|reauthenticate|failed to load token from/i,
    message: (context) => `The console sign-in of ${named(context)} has expired.`,
    command: (context) => `aws login${option(context)}`,
  },
  {
    reason: 'process-failed',
    says: /credential_process (?:did not|returned)|(?:^|-> )Command failed/i,
    message: (context) =>
      `The command that gives the credentials of ${named(context)} (credential_process in ~/.aws/config) failed, or gave none. Run it by itself to see why.`,
    command: (context) => `aws configure get credential_process${option(context)}`,
  },
  {
    reason: 'role-refused',
    says: /requires multi-factor authentication/i,
    message: (context) =>
      `The role of ${named(context)} asks for an MFA code, which cannot be asked for here. Let the AWS CLI ask for it, take the credentials over into this terminal, and start again from there.`,
    command: (context) => `eval "$(aws configure export-credentials${option(context)} --format env)"`,
  },
  {
    reason: 'role-refused',
    name: /^(?:AccessDenied(?:Exception)?|ForbiddenException)$/,
    says: /ForbiddenException/,
    message: (context) =>
      `AWS does not let you take the role that ${named(context)} names: its trust policy, or your permission set, does not allow it.`,
    command: (context) => `aws sts get-caller-identity${option(context)}`,
  },
  {
    reason: 'clock',
    says: /signature (?:expired|not yet current)|request has expired/i,
    name: /^RequestExpired$/,
    message: () => 'AWS finds the time of the request wrong: this machine’s clock is off by more than five minutes.',
    command: () => 'date -u',
  },
  {
    reason: 'expired',
    name: /^ExpiredToken(?:Exception)?$/,
    says: /security token included in the request is expired|returned expired/i,
    message: (context) =>
      `The AWS credentials of ${context.profile === undefined ? 'the environment or the default profile' : named(context)} are temporary, and their time is over. Get new ones where you got these; where they stand in the environment, start again with the new ones.`,
  },
  {
    reason: 'invalid',
    name: /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|MissingAuthenticationToken(?:Exception)?|IncompleteSignature(?:Exception)?|AuthFailure|OptInRequired)$/,
    message: (context) =>
      `AWS does not know these credentials (${context.profile === undefined ? 'of the environment or the default profile' : `of ${named(context)}`}): the access key was deleted or mistyped, the secret key is another one’s, or the account has not switched on the pool’s region.`,
    command: (context) => `aws sts get-caller-identity${option(context)}`,
  },
  {
    reason: 'no-region',
    says: /region is missing|missing region|invalid region|region not/i,
    message: (context) => `${capital(named(context))} names no region, and what gives its credentials needs one.`,
    command: (context) => `aws configure set region eu-west-1${option(context)}`,
  },
  {
    reason: 'profile-incomplete',
    says: /invalid SSO credentials|missing required property|Sso session '.*' could not be found|Conflicting SSO|detected a cycle|unsupported credential source|Incomplete configuration|reading 'sso_/i,
    message: (context) => `${capital(named(context))} is incomplete: it names a way to credentials that leads nowhere.`,
    command: (context) => `aws configure list${option(context)}`,
  },
  {
    reason: 'unreachable',
    name: /^(?:TimeoutError|AbortError)$/,
    says: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|Server responded with status|URL not accepted|not a valid container metadata/i,
    message: (context) =>
      `What gives the credentials of ${named(context)} (AWS STS, IAM Identity Center, or the container’s endpoint) did not answer. Is this machine connected?`,
  },
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const noneFound = /could not load credentials from any providers|could not resolve credentials using profile/i;

/** What went wrong on the way to credentials; or, when AWS refused a signed request, with the credentials themselves. */
export function credentialsFaultFrom({ name, messages }: Trail, context: CredentialsContext): CredentialsFault {
  const row = rows.find((candidate) => {
    if (candidate.name?.test(name)) return true;
    return candidate.says !== undefined && messages.some((message) => candidate.says?.test(message));
  });
  if (row !== undefined) {
    const { reason, message, command } = row;
    return { reason, message: message(context), ...(command !== undefined && { command: command(context) }) };
  }
  if (messages.some((message) => noneFound.test(message))) return nothingFound(context);
  return {
    reason: 'unknown',
    message: `The AWS credentials of ${named(context)} could not be had, for a reason this app does not know. The AWS CLI may say more.`,
    command: `aws sts get-caller-identity${option(context)}`,
  };
}

function nothingFound(context: CredentialsContext): CredentialsFault {
  const { profile, profiles, hasContainer, withProfile } = context;
  if (profile !== undefined) {
    return {
      reason: 'profile-incomplete',
      message: `${capital(named(context))} is there, and has no credentials.`,
      command: `aws configure${option(context)}`,
    };
  }
  if (hasContainer) {
    return {
      reason: 'unreachable',
      message:
        'The container’s endpoint for AWS credentials (AWS_CONTAINER_CREDENTIALS_FULL_URI or its relative form) gave none.',
    };
  }
  const looked =
    'No AWS credentials were found: not in the environment (AWS_ACCESS_KEY_ID), not in the default profile of ~/.aws, not with a container or an EC2 instance (asked for a second at most).';
  const others = profiles.filter((name) => name !== 'default');
  const [first] = others;
  if (first === undefined) {
    return {
      reason: 'none',
      message: `${looked} Set up an access key, or, with IAM Identity Center, run aws configure sso.`,
      command: 'aws configure',
    };
  }
  return {
    reason: 'none',
    message: `${looked} There are other profiles: ${others.join(', ')}. Start with one of them.`,
    command: withProfile(quoted(first)),
  };
}

/** The profile that was asked for is in no file. */
export function profileNotFound({ profiles }: CredentialsContext, profile: string): CredentialsFault {
  return {
    reason: 'profile-not-found',
    message: `There is no AWS profile “${profile}” on this machine. ${profiles.length === 0 ? 'There is none at all.' : `There are: ${profiles.join(', ')}.`}`,
    command: profiles.length === 0 ? `aws configure --profile ${quoted(profile)}` : 'aws configure list-profiles',
  };
}
