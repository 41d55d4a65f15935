import { describe, expect, it, vi } from 'vitest';
import { createAdminApiOverHelper } from './admin-api.ts';
import type { FetchFromHelper } from './ask-helper.ts';
import { CognitoError } from './cognito-error.ts';

const cognitoEndpoint = 'https://cognito-idp.eu-west-1.amazonaws.com/';
const request = {
  AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
  UserPoolId: 'eu-west-1_A',
  ClientId: '1example',
  AuthParameters: { USERNAME: 'alice', PASSWORD: 'Passw0rd!' },
} as const;

function apiWith(fetch: FetchFromHelper, timeoutMs?: number) {
  const options = { cognitoEndpoint, fetch, launchSecret: 'launch', ...(timeoutMs !== undefined && { timeoutMs }) };
  return createAdminApiOverHelper(options);
}

async function failureOf(asked: Promise<unknown>): Promise<CognitoError> {
  const failure = await asked.catch((error: unknown) => error);
  if (failure instanceof CognitoError) return failure;
  throw new Error(`This is no CognitoError: ${String(failure)}`);
}

const never: FetchFromHelper = (_path, { signal }) =>
  new Promise((_resolve, reject) => {
    const stopped = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal.aborted) stopped();
    signal.addEventListener('abort', stopped);
  });

describe('the helper', () => {
  it('is asked with the launch secret, and what Cognito replied to it is the reply', async () => {
    const fetch = vi.fn<FetchFromHelper>(async () =>
      Response.json({ kind: 'reply', reply: { ChallengeName: 'SMS_MFA', Session: 's' } }),
    );
    expect(await apiWith(fetch).adminInitiateAuth(request)).toMatchObject({ kind: 'challenge', name: 'SMS_MFA' });
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect(path).toBe('/api/admin-sign-in');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', headers: { 'x-launch-secret': 'launch' } });
    const { UserPoolId: userPoolId, ...input } = request;
    const sent: unknown = JSON.parse(init?.body ?? '');
    expect(sent).toEqual({ cognitoEndpoint, userPoolId, operation: 'AdminInitiateAuth', input });
  });

  it('that refuses is heard in its own words', async () => {
    const message = 'This page is of an earlier start. Reload it.';
    const fetch = async () => Response.json({ error: { message } }, { status: 403 });
    const failure = await failureOf(apiWith(fetch).adminInitiateAuth(request));
    expect(failure).toMatchObject({ code: 'NoHelper', status: 403, detail: message });
    expect(JSON.stringify(failure)).not.toContain('Passw0rd!');
  });

  it.each<[string, FetchFromHelper]>([
    ['is gone', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['answers with a web page', async () => new Response('<html>')],
    ['answers with what nobody knows', async () => Response.json({ kind: 'new' })],
  ])('that %s is named as what failed', async (_case, fetch) => {
    expect(await failureOf(apiWith(fetch).adminInitiateAuth(request))).toMatchObject({ code: 'NoHelper' });
  });

  it('that does not answer is given up, or stopped by the person', async () => {
    expect(await failureOf(apiWith(never, 5).adminInitiateAuth(request))).toMatchObject({
      code: 'NoHelper',
      timedOut: true,
    });
    const stop = new AbortController();
    const asked = failureOf(apiWith(never).adminInitiateAuth(request, stop.signal));
    stop.abort();
    expect(await asked).toMatchObject({ code: 'Aborted' });
  });
});
