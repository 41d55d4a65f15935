import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { startStandIn } from '../stand-in/start.ts';
import { connectionPath, demoSchema, launchDataSchema } from './api.ts';
import { builtPage } from './built-page.ts';
import { demoFrom } from './demo.ts';
import { launchDataMarker } from './page.ts';
import { startHelper } from './start.ts';

describe('demoFrom', () => {
  it('makes connections of the stand-in’s APIs, which the page takes', () => {
    const carol = { username: 'carol', password: 'Passw0rd!', groups: ['admins'], maySee: 'Everything.' };
    const people = [{ ...carol, connectionIds: ['blog'], showsWayIn: true as const }];
    const operations = {
      blog: [
        { name: 'Posts', query: '{ a }', variables: '{}' },
        { name: 'Listen', query: '# Posts\nsubscription { a }' },
      ],
    };
    const identities = [
      { name: 'Key', maySee: 'All.', apiPath: '/graphql', credential: { authMode: 'API_KEY', key: 'da2-x' } },
      {
        name: 'Club',
        maySee: 'All.',
        apiPath: '/graphql',
        credential: { authMode: 'OPENID_CONNECT', tokenPath: '/club' },
      },
    ] as const;
    const api = {
      id: 'blog',
      name: 'Blog',
      userPoolId: 'eu-west-1_A',
      appClientId: '1example',
      apiPath: '/team/graphql',
      shows: 'A secret.',
      clientSecret: 'shh',
    };
    const demo = demoFrom(
      { connections: [api], people, identities, operations },
      { origin: 'http://localhost:5825', cognitoEndpoint: 'http://localhost:5825/' },
    );
    expect(v.parse(demoSchema, demo)).toEqual({
      connections: [
        {
          id: 'blog',
          name: 'Blog',
          userPoolId: 'eu-west-1_A',
          appClientId: '1example',
          graphqlEndpoint: 'http://localhost:5825/team/graphql',
          cognitoEndpoint: 'http://localhost:5825/',
          authFlow: 'USER_SRP_AUTH',
          hasClientSecret: true,
        },
      ],
      people,
      identities: [
        {
          name: 'Key',
          maySee: 'All.',
          graphqlEndpoint: 'http://localhost:5825/graphql',
          credential: { authMode: 'API_KEY', key: 'da2-x' },
        },
        {
          name: 'Club',
          maySee: 'All.',
          graphqlEndpoint: 'http://localhost:5825/graphql',
          credential: { authMode: 'OPENID_CONNECT', tokenUrl: 'http://localhost:5825/club' },
        },
      ],
      hints: { blog: { shows: 'A secret.', clientSecret: 'shh' } },
      operations,
    });
  });
});

it('the demo’s own world is launch data, and its origin is one the page may call', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  await writeFile(join(folder, 'index.html'), launchDataMarker);
  const standIn = await startStandIn();
  const helper = await startHelper({ pages: builtPage(folder), configFolder: folder, standIn });
  const page = await fetch(helper.origin);
  const json = />(.*)<\/script>/.exec(await page.text())?.[1] ?? '';
  const { demo } = v.parse(launchDataSchema, JSON.parse(json));
  const taken = await fetch(helper.origin + connectionPath(demo?.connections[0]?.id ?? ''), {
    method: 'PUT',
    headers: { Origin: helper.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify(demo?.connections[0]),
  });
  await Promise.all([helper.close(), standIn.close()]);
  await rm(folder, { recursive: true });

  expect(demo?.people.map(({ username }) => username)).toContain('carol');
  // Tabs to start with for each API, told once.
  const endpointOf = (wanted: string) => demo?.connections.find(({ id }) => id === wanted)?.graphqlEndpoint;
  const endpoints = new Set(demo?.connections.map(({ graphqlEndpoint }) => graphqlEndpoint));
  expect(Object.keys(demo?.operations ?? {}).map(endpointOf)).toEqual([...endpoints]);
  expect(page.headers.get('content-security-policy')).toContain(
    `connect-src 'self' ${standIn.origin} ${standIn.origin.replace('http', 'ws')};`,
  );
  expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('copy one')]);
});
