import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { executableSchema } from '../appsync/executable-schema.ts';
import { validateOperation } from '../appsync/validation/validate-operation.ts';
import { blogApi } from './blog-api.ts';
import { askerOf, errorsOf } from './blog-test-callers.ts';
import { demoDevicePool } from './demo-device-pool.ts';
import { demoMfaPool } from './demo-mfa-pool.ts';
import { demoPool } from './demo-pool.ts';
import { demoGuide } from './guide.ts';
import { teamApi } from './team-api.ts';

const guide = demoGuide();
const askers = new Map([
  ['demo', askerOf(blogApi(() => Promise.resolve()))],
  ['demo-team', askerOf(teamApi())],
]);
const schemas = new Map([
  ['demo', executableSchema(blogApi().schema)],
  ['demo-team', executableSchema(teamApi().schema)],
]);
const operations = Object.entries(guide.operations)
  .filter(([connection]) => askers.has(connection))
  .flatMap(([connection, tabs]) => tabs.map(({ name, query, variables }) => ({ connection, name, query, variables })));

test.each(operations)(
  '$connection, $name: one short operation that an admin may run',
  async ({ connection, name, query, variables }) => {
    expect(parse(query).definitions).toHaveLength(1);
    expect(query.split('\n').length).toBeLessThan(20);
    if (query.includes('subscription')) {
      // Where it is run, in blog-realtime.test.ts, takes a socket.
      const schema = schemas.get(connection);
      expect(schema && validateOperation(schema, parse(query), 'ENABLED')).toStrictEqual([]);
      return;
    }
    const ask = askers.get(connection);
    const answer = await ask?.('carol', query, variables === undefined ? {} : JSON.parse(variables));
    const failsOnPurpose =
      name === 'A resolver that fails' ? ["archive: The bound volume of 1962 is at the binder's."] : [];
    expect(answer && errorsOf(answer)).toStrictEqual(failsOnPurpose);
  },
);

test('the first tab shows an admin salaries, and others the same posts without', async () => {
  const ask = askers.get('demo');
  const query = guide.operations['demo']?.[0]?.query ?? '';
  expect(JSON.stringify(await ask?.('carol', query))).toMatch(/"DRAFT".*"salary":34800/);
  const bobs = JSON.stringify(await ask?.('bob', query));
  expect(bobs).toContain('"salary":null');
  expect(bobs).toContain('Not Authorized to access salary on type Author');
  expect(bobs).not.toContain('DRAFT');
});

test('connections and people are those of the pools', () => {
  const pools = [demoPool(), demoMfaPool(), demoDevicePool()];
  for (const { userPoolId, appClientId, clientSecret, authFlow = 'USER_SRP_AUTH' } of guide.connections) {
    const client = pools.find(({ id }) => id === userPoolId)?.clients.find(({ id }) => id === appClientId);
    expect(client?.secret).toBe(clientSecret);
    expect(client?.explicitAuthFlows).toContain(`ALLOW_${authFlow}`);
  }
  expect([...new Set(guide.connections.map(({ apiPath }) => apiPath))]).toStrictEqual([blogApi().path, teamApi().path]);
  // Tabs to start with for each API, told once.
  expect(Object.keys(guide.operations)).toStrictEqual(['demo', 'demo-team']);
  for (const { username, password, groups, connectionIds } of guide.people) {
    const places = guide.connections.filter(({ id }) => connectionIds.includes(id));
    expect(places).toHaveLength(connectionIds.length);
    for (const { userPoolId } of places) {
      const people = pools.find(({ id }) => id === userPoolId)?.users;
      expect(people).toContainEqual(expect.objectContaining({ username, password, groups }));
    }
  }
});

test('every connection offers somebody, and the first ones have nothing to explain', () => {
  for (const { id, shows } of guide.connections) {
    expect(guide.people.some(({ connectionIds }) => connectionIds.includes(id))).toBe(true);
    expect(shows === undefined).toBe(id === 'demo' || id === 'demo-team');
  }
});
