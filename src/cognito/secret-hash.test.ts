import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { secretHashFrom } from './secret-hash.ts';

it('is what was computed elsewhere', async () => {
  expect(await secretHashFrom('examplesecret123', 'alice', 'exampleclientid123')).toBe(
    'OmM4g5zdM/9Mw0siwR30z0O3YG54xBDWlA5YOUJSDEA=',
  );
});

it.each(['alice@example.com', '+15551234567', 'Zoë', '山田'])('is Node’s own for the name %s', async (username) => {
  const witness = createHmac('sha256', 'geheim€').update(`${username}client1`, 'utf8').digest('base64');
  expect(await secretHashFrom('geheim€', username, 'client1')).toBe(witness);
});
