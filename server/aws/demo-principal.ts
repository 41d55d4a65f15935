// The credentials of the demo's pretend AWS, by names that stand in place of profiles: none of the machine's goes there.
import { demoIam } from '../../stand-in/demo/demo-iam.ts';
import { credentialsOf, type AwsCredentials } from './aws-credentials.ts';
import type { CredentialsFault } from './credentials-fault.ts';

export function demoPrincipal(profile: string = 'allowed'): AwsCredentials {
  const known = Object.entries(demoIam).find(([name]) => name === profile);
  if (known !== undefined) return credentialsOf(known[1]);
  const message = `The demo has no AWS profile “${profile}”. It has: ${Object.keys(demoIam).join(', ')}.`;
  const fault: CredentialsFault = { reason: 'profile-not-found', message };
  return {
    load: () => Promise.resolve({ ok: false, fault }),
    refused: () => Promise.resolve(fault),
    forget: () => undefined,
  };
}
