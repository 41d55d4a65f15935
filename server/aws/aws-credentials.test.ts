import { describe, expect, it } from 'vitest';
import { createAwsCredentials, type AwsCredentialsOptions, type OpenChain } from './aws-credentials.ts';

const identity = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'hush' };
const forever = new AbortController().signal;
/** No file of the machine the test runs on. */
const environment = { AWS_CONFIG_FILE: '/nowhere/config', AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials' };

function credentialsBy(openChain: OpenChain, options: Partial<AwsCredentialsOptions> = {}) {
  return createAwsCredentials({ environment, openChain, ...options });
}

describe('the developer’s credentials', () => {
  it('are looked for once while they serve, and again after they were refused', async () => {
    let opened = 0;
    const credentials = credentialsBy(() => {
      opened += 1;
      return () => Promise.resolve(identity);
    });
    expect(await credentials.load(forever)).toEqual({ ok: true, identity });
    await credentials.load(forever);
    expect(opened).toBe(1);
    const fault = await credentials.refused({ name: 'UnrecognizedClientException', messages: ['invalid'] });
    expect(fault.reason).toBe('invalid');
    await credentials.load(forever);
    expect(opened).toBe(2);
  });

  it('that were not found are looked for again, so that what was mended meanwhile counts', async () => {
    const answers = [() => Promise.reject(new Error('Token is expired.')), () => Promise.resolve(identity)];
    const credentials = credentialsBy(() => answers.shift() ?? (() => Promise.resolve(identity)));
    expect(await credentials.load(forever)).toMatchObject({ ok: false, fault: { reason: 'expired-sso' } });
    expect(await credentials.load(forever)).toEqual({ ok: true, identity });
  });

  it('fail for the reason that a link of the chain gave, though its end says only that there are none', async () => {
    const credentials = credentialsBy((_profile, note) => () => {
      note('@smithy/property-provider -> Command failed: get-keys');
      return Promise.reject(new Error('Could not load credentials from any providers'));
    });
    expect(await credentials.load(forever)).toMatchObject({ ok: false, fault: { reason: 'process-failed' } });
  });

  it('are not waited for longer than told', async () => {
    const credentials = credentialsBy(() => () => new Promise(() => {}), { timeoutMs: 1 });
    expect(await credentials.load(forever)).toMatchObject({ ok: false, fault: { reason: 'unreachable' } });
  });

  it('are not waited for by who has left', async () => {
    const credentials = credentialsBy(() => () => new Promise(() => {}));
    const leaving = new AbortController();
    const load = credentials.load(leaving.signal);
    leaving.abort();
    await expect(load).rejects.toThrow('aborted');
  });

  it.each([
    ['--profile', { profile: 'wrok' }],
    ['AWS_PROFILE', { environment: { ...environment, AWS_PROFILE: 'wrok' } }],
  ])('of a profile in %s that is in no file are not replaced by others', async (_, options) => {
    const credentials = credentialsBy(() => () => Promise.resolve(identity), options);
    expect(await credentials.load(forever)).toMatchObject({ ok: false, fault: { reason: 'profile-not-found' } });
  });
});
