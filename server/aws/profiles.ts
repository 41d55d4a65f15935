// The names of the AWS profiles on this machine, for sentences that say which there are. Reads no value of any profile.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The profile that is asked for: by the command line, else by AWS_PROFILE; undefined: AWS's "default". */
export function chosenProfile(asked: string | undefined, environment: Environment): string | undefined {
  return asked ?? (environment['AWS_PROFILE'] || undefined);
}

const sectionsOf = (text: string): string[] =>
  [...text.matchAll(/^\s*\[\s*(?<name>[^\]]*?)\s*\]/gm)].map((match) => match.groups?.['name'] ?? '');

/** In their order, each once. `config` writes `[profile x]` (and sections of other kinds), `credentials` writes `[x]`. */
export function profileNamesIn({ config, credentials }: { config: string; credentials: string }): string[] {
  const inConfig = sectionsOf(config).flatMap((section) => {
    const name = /^profile\s+(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>.*))$/.exec(section)?.groups;
    const profile = name?.['quoted'] ?? name?.['single'] ?? name?.['bare'];
    if (profile !== undefined) return [profile];
    return section === 'default' ? [section] : [];
  });
  return [...new Set([...inConfig, ...sectionsOf(credentials)])];
}

/** A file that is not there has none. */
export async function readProfileNames(environment: Environment): Promise<string[]> {
  const folder = join(environment['HOME'] || environment['USERPROFILE'] || homedir(), '.aws');
  const textOf = (path: string) => readFile(path, 'utf8').catch(() => '');
  const [config, credentials] = await Promise.all([
    textOf(environment['AWS_CONFIG_FILE'] || join(folder, 'config')),
    textOf(environment['AWS_SHARED_CREDENTIALS_FILE'] || join(folder, 'credentials')),
  ]);
  return profileNamesIn({ config, credentials });
}
