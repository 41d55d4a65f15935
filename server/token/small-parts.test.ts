import { describe, expect, it } from 'vitest';
import { exitCodeOf } from './exit-code-of.ts';
import { tokensText } from './tokens-text.ts';
import { wordsOfFailure, wordsOfPrompt } from './words.ts';

describe('exitCodeOf', () => {
  it.each([
    ['NotAuthorizedException', 'same-form', 3],
    ['NotAuthorizedException', 'fix-connection', 3],
    ['CodeMismatchException', 'same-form', 3],
    ['UserNotConfirmedException', 'same-form', 3],
    ['Unreachable', 'fix-connection', 5],
    ['NotCognito', 'wait', 5],
    ['TooManyRequestsException', 'wait', 5],
    ['InvalidParameterException', 'fix-connection', 6],
    ['ResourceNotFoundException', 'fix-connection', 6],
    ['NoCredentials', 'same-form', 7],
    ['AccessDeniedException', 'fix-connection', 7],
    [undefined, 'start-over', 1],
  ] as const)('%s (%s) is %i', (code, retry, exitCode) => {
    expect(exitCodeOf({ retry, ...(code !== undefined && { code }) })).toBe(exitCode);
  });
});

describe('tokensText', () => {
  const tokens = {
    idToken: 'the-id',
    accessToken: 'the-access',
    refreshToken: 'the-refresh',
    issuedAt: 1000,
    expiresAt: { id: 1_801_000, access: 3_601_000 },
    sub: 's',
    username: 'alice',
    groups: [],
  };

  it('is one token', () => {
    expect(tokensText('id', { tokens })).toBe('the-id');
    expect(tokensText('access', { tokens })).toBe('the-access');
  });

  it('or all, as the AWS CLI writes them into creds.json', () => {
    const device = { key: 'eu-west-1_k', groupKey: '-g', password: 'hush' };
    const text = tokensText('json', { tokens, device });
    expect(JSON.parse(text)).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: {
        AccessToken: 'the-access',
        ExpiresIn: 3600,
        TokenType: 'Bearer',
        RefreshToken: 'the-refresh',
        IdToken: 'the-id',
        NewDeviceMetadata: { DeviceKey: 'eu-west-1_k', DeviceGroupKey: '-g' },
      },
    });
    expect(tokensText('json', { tokens })).not.toContain('NewDeviceMetadata');
  });
});

describe('words on the terminal', () => {
  const prompt = { challengeName: 'X', title: 'Title', help: 'Help.', submit: '', doing: '', fields: [] };

  it('show what a trigger made public, without what would move the cursor', () => {
    const shows = [{ kind: 'text', label: 'question', value: '2+2\u001B[2J?' }] as const;
    expect(wordsOfPrompt({ ...prompt, shows })).toBe('Title. Help.\n  question: 2+2\uFFFD[2J?');
  });

  it('show an authenticator’s secret, its address and a QR code of it', () => {
    const uri = 'otpauth://totp/Cognito:max?secret=JBSWY3DPEHPK3PXP';
    const words = wordsOfPrompt({ ...prompt, shows: [{ kind: 'authenticator', secret: 'JBSW Y3DP', uri }] });
    expect(words).toContain('  Secret: JBSW Y3DP');
    expect(words).toContain(`  ${uri}`);
    expect(words.split('\n').filter((line) => /[▀▄█]/.test(line)).length).toBeGreaterThan(10);
  });

  it('tell a failure, AWS’s own words and the policy that would do', () => {
    const failure = {
      what: 'What.',
      why: 'Why.',
      next: 'Next.',
      retry: 'wait',
      awsMessage: 'No\u0007.',
      policy: '{}',
    } as const;
    expect(wordsOfFailure(failure)).toBe(
      'What. Why.\nNext.\nAWS says: No\uFFFD.\nThe smallest policy that would do:\n{}',
    );
  });
});
