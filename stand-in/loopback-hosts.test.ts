import { expect, test } from 'vitest';
import { isOwnHost } from './loopback-hosts.ts';

test.each([
  ['localhost:5825', true],
  ['LOCALHOST:5825', true],
  ['127.0.0.1:5825', true],
  ['[::1]:5825', true],
  ['localhost', false],
  ['localhost:5824', false],
  ['attacker.example:5825', false],
  ['localhost.attacker.example:5825', false],
  ['127.0.0.1.attacker.example:5825', false],
  ['', false],
  [undefined, false],
])('Host "%s" is ours: %s', (host, own) => {
  expect(isOwnHost(host, 5825)).toBe(own);
});
