import { describe, expect, it } from 'vitest';
import { mayOpenBrowser, type Surroundings } from './browser.ts';

const desk: Surroundings = { platform: 'linux', environment: { DISPLAY: ':0' }, stdoutIsTerminal: true };

describe('the browser is opened', () => {
  it.each([
    ['on a Linux desk', desk],
    ['under Wayland', { ...desk, environment: { WAYLAND_DISPLAY: 'wayland-0' } }],
    ['from WSL', { ...desk, environment: { WSL_DISTRO_NAME: 'Ubuntu' } }],
    ['on a Mac', { ...desk, platform: 'darwin', environment: {} }],
    ['on Windows', { ...desk, platform: 'win32', environment: {} }],
  ] as const)('%s', (_, surroundings) => {
    expect(mayOpenBrowser(surroundings)).toBe(true);
  });
});

describe('no browser is opened', () => {
  it.each([
    ['in CI', { ...desk, environment: { DISPLAY: ':0', CI: 'true' } }],
    ['when a script reads our output', { ...desk, stdoutIsTerminal: false }],
    ['on a Linux without a display', { ...desk, environment: { DISPLAY: '' } }],
    ['in CI on a Mac', { ...desk, platform: 'darwin', environment: { CI: '1' } }],
  ] as const)('%s', (_, surroundings) => {
    expect(mayOpenBrowser(surroundings)).toBe(false);
  });
});
