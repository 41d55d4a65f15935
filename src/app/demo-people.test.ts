import { expect, it } from 'vitest';
import { peopleFor } from './demo-people.ts';

const connection = (id: string) => ({
  id,
  name: id.toUpperCase(),
  userPoolId: 'eu-west-1_A',
  appClientId: 'c',
  graphqlEndpoint: 'http://localhost:1/graphql',
  authFlow: 'USER_SRP_AUTH' as const,
});
const [blog, team, secret, riddle] = [
  connection('blog'),
  connection('team'),
  connection('secret'),
  connection('riddle'),
];
const person = (username: string, ...connectionIds: string[]) => ({
  username,
  password: 'p',
  groups: [],
  maySee: '',
  connectionIds,
});
const demo = {
  connections: [blog, team, secret, riddle],
  people: [
    person('carol', 'blog', 'team', 'secret'),
    { ...person('mia', 'blog', 'team', 'secret'), showsWayIn: true as const },
    { ...person('cleo', 'riddle'), showsWayIn: true as const },
  ],
  identities: [],
  hints: { secret: { shows: 'A secret.', clientSecret: 'x' }, riddle: { shows: 'A riddle.' } },
  operations: {},
};
const ways = (...args: Parameters<typeof peopleFor>) =>
  peopleFor(...args).map(
    ({ username, connectionId, at, clientSecret, showsWayIn }) =>
      `${showsWayIn ? '… ' : ''}${username} at ${connectionId}${at ? ` (${at})` : ''}${clientSecret ? ` with ${clientSecret}` : ''}`,
  );

it.each([
  [
    'a first connection',
    team,
    ['carol at team', '… mia at team', '… carol at secret (SECRET) with x', '… cleo at riddle (RIDDLE)'],
  ],
  ['one for a further way', secret, ['carol at secret with x', '… mia at secret with x', '… cleo at riddle (RIDDLE)']],
  ['one that has people of its own', riddle, ['… cleo at riddle', '… carol at secret (SECRET) with x']],
  ['a connection of one’s own', connection('own'), []],
  ['no connection', undefined, []],
])('offers, at %s, its people and somebody for each further way', (_case, chosen, expected) => {
  expect(ways(chosen, demo, true)).toEqual(expected);
});

it('leads nobody away from where others are signed in', () => {
  expect(ways(blog, demo, false)).toEqual(['carol at blog', '… mia at blog']);
});

it('offers nobody without a demo', () => {
  expect(ways(blog, null, true)).toEqual([]);
});
