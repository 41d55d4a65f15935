import { expect, it } from 'vitest';
import { firstConnection } from './choose-connection.ts';

const connection = (id: string) => ({
  id,
  name: id,
  userPoolId: 'eu-west-1_A',
  appClientId: 'c',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'USER_SRP_AUTH' as const,
});
const kept = [connection('shop'), connection('blog')];
const demo = [connection('demo')];

it.each([
  ['what the address names', { inAddress: 'blog', usedLast: 'shop' }, 'blog'],
  ['what was used last', { usedLast: 'demo' }, 'demo'],
  ['the first of the person’s own', {}, 'shop'],
  ['the first where what was wanted is gone', { inAddress: 'gone', usedLast: 'gone too' }, 'shop'],
])('opens on %s', (_case, wanted, id) => {
  expect(firstConnection(kept, demo, wanted)?.id).toBe(id);
});

it('opens on the demo for a newcomer, and on nothing where there is nothing', () => {
  expect(firstConnection([], demo, {})?.id).toBe('demo');
  expect(firstConnection([], [], {})).toBeUndefined();
});
