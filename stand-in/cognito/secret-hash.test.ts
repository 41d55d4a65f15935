import { expect, test } from 'vitest';
import { secretHashFrom } from './secret-hash.ts';

test('the hash is the one clients compute', () => {
  const hash = secretHashFrom('examplesecret123', 'alice', 'exampleclientid123');
  expect(hash).toBe('OmM4g5zdM/9Mw0siwR30z0O3YG54xBDWlA5YOUJSDEA=');
});
