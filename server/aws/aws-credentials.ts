// The developer's own AWS credentials, by the SDK's default chain. They stay in this process: nothing here logs, and what it tells
// of a failure holds none of them.
import type { CredentialsFault, Trail } from './credentials-fault.ts';
import { credentialsFaultFrom, profileNotFound } from './credentials-fault.ts';
import { chosenProfile, readProfileNames, type Environment } from './profiles.ts';

export interface AwsIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export type Loaded =
  { readonly ok: true; readonly identity: AwsIdentity } | { readonly ok: false; readonly fault: CredentialsFault };

export interface AwsCredentials {
  /** Keeps what it found until forget(); a failure is not kept, so that the next call sees what was mended. */
  readonly load: (signal: AbortSignal) => Promise<Loaded>;
  /** AWS refused a request signed with them: `fault` in words. The next load() looks again. */
  readonly refused: (trail: Trail) => Promise<CredentialsFault>;
  readonly forget: () => void;
}

/** One way to credentials; tells `note` of every link of the chain that failed. */
export type OpenChain = (profile: string | undefined, note: (message: string) => void) => () => Promise<AwsIdentity>;

export interface AwsCredentialsOptions {
  /** The command line's --profile. */
  readonly profile?: string | undefined;
  readonly environment: Environment;
  /** The command line that would use another profile; default: the helper's. */
  readonly withProfile?: (profile: string) => string;
  readonly openChain?: OpenChain;
  /** A credential_process may ask its person for a touch or a code; default 45 s, less than the page waits. */
  readonly timeoutMs?: number;
}

const chainOfSdk: OpenChain = (profile, note) => {
  const opened = import('./sdk.ts').then(({ openChain }) => openChain(profile, note));
  return async () => (await opened)();
};

const startingWith = (profile: string) => `npm start -- --profile ${profile}`;

export function createAwsCredentials(options: AwsCredentialsOptions): AwsCredentials {
  const { environment, withProfile = startingWith, openChain = chainOfSdk, timeoutMs = 45_000 } = options;
  const profile = chosenProfile(options.profile, environment);
  let chain: (() => Promise<AwsIdentity>) | undefined;
  let notes: string[] = [];

  const hasContainer = ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'].some(
    (name) => environment[name],
  );
  const context = async () => ({ profile, profiles: await readProfileNames(environment), hasContainer, withProfile });

  async function load(signal: AbortSignal): Promise<Loaded> {
    const known = await context();
    // The chain itself would go on without it, to whatever credentials it finds next.
    if (profile !== undefined && !known.profiles.includes(profile)) {
      return { ok: false, fault: profileNotFound(known, profile) };
    }
    notes = [];
    chain ??= openChain(profile, (message) => notes.push(message));
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return { ok: true, identity: await orAborted(chain(), AbortSignal.any([signal, timeout])) };
    } catch (error) {
      signal.throwIfAborted();
      chain = undefined;
      const { name, messages } = trailOf(error);
      return { ok: false, fault: credentialsFaultFrom({ name, messages: [...notes, ...messages] }, known) };
    }
  }

  function forget(): void {
    chain = undefined;
  }

  return {
    load,
    forget,
    refused: async (trail) => {
      forget();
      return credentialsFaultFrom(trail, await context());
    },
  };
}

/** Always these: the demo's, whose keys are printed, and a test's. */
export const credentialsOf = (identity: AwsIdentity): AwsCredentials =>
  createAwsCredentials({ environment: {}, openChain: () => () => Promise.resolve(identity) });

export function trailOf(error: unknown): Trail {
  if (!(error instanceof Error)) return { name: '', messages: [] };
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return { name: error.name, messages: [...code, error.message] };
}

/** The SDK's chain cannot be stopped; it goes on alone. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
