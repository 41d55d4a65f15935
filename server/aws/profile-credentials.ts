// The developer's credentials by profile: each opened once, and opened anew after a while, since who refuses a signature is
// AppSync, which tells the page and not this process.
import type { AwsCredentials } from './aws-credentials.ts';

const longestKeptMs = 5 * 60_000;

export function byProfile(
  open: (profile: string | undefined) => AwsCredentials,
  now: () => number = Date.now,
): (profile: string | undefined) => AwsCredentials {
  const opened = new Map<string | undefined, { readonly credentials: AwsCredentials; readonly at: number }>();
  return (profile) => {
    const before = opened.get(profile);
    if (before !== undefined && now() - before.at < longestKeptMs) return before.credentials;
    const credentials = open(profile);
    opened.set(profile, { credentials, at: now() });
    return credentials;
  };
}
