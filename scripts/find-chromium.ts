// Finds a Chromium for tests and bench: the one named by the environment, Playwright's own, or the system's. Run as a
// program it installs one where there is none: Playwright's download, or Debian's package where that cannot be reached.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium's executable, or undefined where there is none. CHROMIUM_PATH comes first. */
export function findChromium(): string | undefined {
  const candidates = [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...systemPaths];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** What Chromium must be started with here: as root it refuses to start inside its own sandbox. */
export function chromiumLaunch(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium();
  const asRoot = process.getuid?.() === 0;
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    // Nothing a test does may depend on the network, the browser's own start-up calls included.
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-component-update'],
  };
}

function installChromium(): boolean {
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (run(process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium')) return true;
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  return debian && run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && findChromium() === undefined) {
  process.stderr.write('No Chromium here; installing one for the tests.\n');
  if (!installChromium() || findChromium() === undefined) {
    process.stderr.write('No Chromium could be installed. Install one, or name it in CHROMIUM_PATH.\n');
    process.exitCode = 1;
  }
}
