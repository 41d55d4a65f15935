// Opens the person's browser where there is a person and a browser. Never a reason to fail: the address is printed anyway.

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
}

/** False in CI, without a terminal (a script started us), and on a Linux without a display. WSL opens Windows' browser. */
export function mayOpenBrowser({ platform, environment, stdoutIsTerminal }: Surroundings): boolean {
  if (!stdoutIsTerminal || environment['CI']) return false;
  if (platform !== 'linux') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some((name) => Boolean(environment[name]));
}

export async function openBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const browser = await open(address);
    browser.once('error', () => {});
  } catch {
    // Said nothing on purpose: the terminal shows the address.
  }
}
