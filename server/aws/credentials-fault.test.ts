import { describe, expect, it } from 'vitest';
import { credentialsFaultFrom, profileNotFound, type CredentialsContext } from './credentials-fault.ts';

const context = (profile?: string, profiles: readonly string[] = ['default', 'work']): CredentialsContext => ({
  profile,
  profiles,
  hasContainer: false,
  withProfile: (name) => `npm start -- --profile ${name}`,
});

/** Messages as the SDK spells them. */
const sso =
  "The SSO session token associated with profile=work was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.";
const nothing = 'Could not load credentials from any providers';

describe('why there are no credentials', () => {
  it.each([
    ['an SSO session that was never begun', '', [sso], 'expired-sso', 'aws sso login --profile work'],
    [
      'an SSO token out of time',
      '',
      ["Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile."],
      'expired-sso',
      'aws sso login --profile work',
    ],
    [
      'an SSO session that AWS has ended',
      '',
      ['UnauthorizedException: Session token not found or invalid'],
      'expired-sso',
      'aws sso login --profile work',
    ],
    [
      'an SSO role that is not mine',
      '',
      ['ForbiddenException: No access'],
      'role-refused',
      'aws sts get-caller-identity --profile work',
    ],
    [
      'a console sign-in out of time',
      '',
      ['Your session has expired. Please reauthenticate.'],
      'expired',
      'aws login --profile work',
    ],
    [
      'a command that fails, though the chain goes on',
      '',
      ['Command failed: get-keys --secret hush', nothing],
      'process-failed',
      'aws configure get credential_process --profile work',
    ],
    [
      'a command that says nothing useful',
      '',
      ['Profile work credential_process returned invalid JSON.', nothing],
      'process-failed',
      'aws configure get credential_process --profile work',
    ],
    [
      'a role with MFA',
      '',
      ['Profile work requires multi-factor authentication, but no MFA code callback was provided.'],
      'role-refused',
      'eval "$(aws configure export-credentials --profile work --format env)"',
    ],
    [
      'a role that may not be assumed',
      'AccessDenied',
      ['User: arn:aws:iam::1:user/x is not authorized to perform: sts:AssumeRole'],
      'role-refused',
      'aws sts get-caller-identity --profile work',
    ],
    [
      'temporary keys out of time',
      'ExpiredTokenException',
      ['The security token included in the request is expired'],
      'expired',
      undefined,
    ],
    [
      'the same, of STS',
      'ExpiredToken',
      ['The security token included in the request is expired'],
      'expired',
      undefined,
    ],
    [
      'an access key nobody knows',
      'UnrecognizedClientException',
      ['The security token included in the request is invalid.'],
      'invalid',
      'aws sts get-caller-identity --profile work',
    ],
    [
      'another one’s secret key',
      'InvalidSignatureException',
      ['The request signature we calculated does not match the signature you provided.'],
      'invalid',
      'aws sts get-caller-identity --profile work',
    ],
    [
      'a clock that is wrong',
      'InvalidSignatureException',
      ['Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z'],
      'clock',
      'date -u',
    ],
    ['no region', 'Error', ['Region is missing'], 'no-region', 'aws configure set region eu-west-1 --profile work'],
    [
      'a profile that misses something',
      '',
      ['Profile is configured with invalid SSO credentials. Required parameters "sso_account_id"'],
      'profile-incomplete',
      'aws configure list --profile work',
    ],
    [
      'a profile without credentials',
      '',
      ['Could not resolve credentials using profile: [work] in configuration/credentials file(s).', nothing],
      'profile-incomplete',
      'aws configure --profile work',
    ],
    [
      'no network',
      'Error',
      ['ENOTFOUND', 'getaddrinfo ENOTFOUND sts.eu-west-1.amazonaws.com'],
      'unreachable',
      undefined,
    ],
    ['no answer in time', 'TimeoutError', ['The operation was aborted due to timeout'], 'unreachable', undefined],
    [
      'something unheard of',
      'Error',
      ['The moon is in the wrong phase'],
      'unknown',
      'aws sts get-caller-identity --profile work',
    ],
  ])('%s', (_, name, messages, reason, command) => {
    const fault = credentialsFaultFrom({ name, messages }, context('work'));
    expect(fault).toEqual({
      reason,
      message: expect.stringMatching(/^[A-Z“].*[.?]$/),
      ...(command !== undefined && { command }),
    });
  });

  it('without a profile, names those that there are', () => {
    const fault = credentialsFaultFrom(
      { name: '', messages: [nothing] },
      context(undefined, ['default', 'work', 'home']),
    );
    expect(fault).toMatchObject({ reason: 'none', command: 'npm start -- --profile work' });
    expect(fault.message).toContain('There are other profiles: work, home.');
  });

  it('without any, says how to make one', () => {
    const fault = credentialsFaultFrom({ name: '', messages: [nothing] }, context(undefined, []));
    expect(fault).toMatchObject({ reason: 'none', command: 'aws configure' });
  });

  it('leaves --profile out of the command where none was asked for', () => {
    expect(credentialsFaultFrom({ name: '', messages: [sso] }, context()).command).toBe('aws sso login');
  });

  it('quotes a profile’s name for the shell', () => {
    const fault = credentialsFaultFrom({ name: '', messages: [sso] }, context("it's; rm -rf /"));
    expect(fault.command).toBe(String.raw`aws sso login --profile 'it'\''s; rm -rf /'`);
  });

  it('repeats nothing of what the SDK said', () => {
    const said = ['Command failed: get-keys --secret hush', 'aws_secret_access_key=hush'];
    const fault = credentialsFaultFrom({ name: 'Error', messages: said }, context('work'));
    expect(JSON.stringify(fault)).not.toContain('hush');
  });
});

it('a profile that is in no file', () => {
  expect(profileNotFound(context(), 'wrok')).toEqual({
    reason: 'profile-not-found',
    message: 'There is no AWS profile “wrok” on this machine. There are: default, work.',
    command: 'aws configure list-profiles',
  });
  expect(profileNotFound(context(undefined, []), 'work').command).toBe('aws configure --profile work');
});
