import { expect, test } from 'vitest';
import { demoClientIds, demoPool } from './demo-pool.ts';

const pool = demoPool();

test('ids have the shapes of AWS', () => {
  expect(pool.id).toMatch(/^eu-west-1_[0-9A-Za-z]{9}$/);
  for (const client of pool.clients) expect(client.id).toMatch(/^[0-9a-z]{26}$/);
  for (const user of pool.users) {
    expect(user.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('ids are unique, and the same at each start', () => {
  const ids = [...pool.clients.map(({ id }) => id), ...pool.users.map(({ sub }) => sub)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(demoPool()).toEqual(pool);
  expect(pool.clients.map(({ id }) => id)).toEqual(Object.values(demoClientIds));
});

test('every group somebody is in is a group of the pool', () => {
  for (const user of pool.users) expect(pool.groups).toEqual(expect.arrayContaining([...user.groups]));
});
