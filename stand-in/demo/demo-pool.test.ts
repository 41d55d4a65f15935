import { describe, expect, test } from 'vitest';
import { demoDevicePool } from './demo-device-pool.ts';
import { demoEmailPool } from './demo-email-pool.ts';
import { demoMfaPool } from './demo-mfa-pool.ts';
import { demoClientIds, demoPool } from './demo-pool.ts';

const pools = [demoPool(), demoMfaPool(), demoDevicePool(), demoEmailPool()];

describe.each(pools)('$name', (pool) => {
  test('ids have the shapes of AWS', () => {
    expect(pool.id).toMatch(/^eu-west-1_[0-9A-Za-z]{9}$/);
    for (const client of pool.clients) expect(client.id).toMatch(/^[0-9a-z]{26}$/);
    for (const user of pool.users) {
      expect(user.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('every group somebody is in is a group of the pool, and so is every second factor', () => {
    for (const user of pool.users) {
      expect(pool.groups).toEqual(expect.arrayContaining([...user.groups]));
      expect(pool.enabledMfas).toEqual(expect.arrayContaining([...(user.enabledMfas ?? [])]));
    }
  });
});

test('ids and user names are unique in the whole world, and the same at each start', () => {
  const ids = pools.flatMap(({ id, clients, users }) => [
    id,
    ...clients.map((client) => client.id),
    // Where people sign in with an address, the two are one.
    ...users.flatMap(({ sub, username }) => [...new Set([sub, username])]),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  expect([demoPool(), demoMfaPool(), demoDevicePool(), demoEmailPool()]).toEqual(pools);
  expect(pools[0]?.clients.map(({ id }) => id)).toEqual(Object.values(demoClientIds));
});
