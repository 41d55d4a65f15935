import { beforeEach, describe, expect, it } from 'vitest';
import type { AuthMode } from '../appsync/authorization.ts';
import { createIdentities, type Identities } from '../sessions/identities.ts';
import { createRunAs, type RunAs } from './run-as.ts';

let identities: Identities;
let runAs: RunAs;

beforeEach(() => {
  identities = createIdentities({
    sessions: {
      getSnapshot: () => ({ sessions: [] }),
      subscribe: () => () => undefined,
      tokenFor: () => Promise.reject(new Error('There are no users.')),
    },
    signWithIam: () => Promise.resolve({}),
    now: () => 0,
    setTimer: () => () => undefined,
  });
  runAs = createRunAs(identities, 'demo');
});

const addKey = (name: string) => identities.add('demo', { authMode: 'API_KEY', key: `da2-${name}` }, name);
const nameOf = (tabId: string) => runAs.identityOf(tabId)?.name;

describe('a tab', () => {
  it('begins as the one it was opened from, and remembers whom it was given', () => {
    const [one, two] = [addKey('one'), addKey('two')];
    runAs.enterTab('a');
    runAs.choose('a', one.id);
    runAs.enterTab('b');
    expect(nameOf('b')).toBe('one');
    runAs.choose('b', two.id);
    runAs.enterTab('a');
    expect(identities.active('demo')?.name).toBe('one');
    expect([nameOf('a'), nameOf('b')]).toEqual(['one', 'two']);
    runAs.enterTab('b');
    expect(identities.active('demo')?.name).toBe('two');
  });

  it('takes over who is added or chosen while it is at hand, and no other tab does', () => {
    addKey('one');
    runAs.enterTab('a');
    runAs.enterTab('b');
    addKey('two');
    expect([nameOf('a'), nameOf('b')]).toEqual(['one', 'two']);
  });

  it('goes on as whoever is active where its own identity is gone', () => {
    const one = addKey('one');
    runAs.enterTab('a');
    runAs.enterTab('b');
    addKey('two');
    identities.remove(one.id);
    expect(nameOf('a')).toBe('two');
    runAs.enterTab('a');
    expect(nameOf('a')).toBe('two');
  });

  it('runs as nobody at all while there is no identity', () => {
    runAs.enterTab('a');
    expect(runAs.current('a')).toBeUndefined();
  });
});

it('tells who asks without what they ask with', async () => {
  addKey('one');
  const asking = runAs.current('a');
  expect(asking?.asker).toMatchObject({ name: 'one', authMode: 'API_KEY' });
  expect(JSON.stringify(asking)).not.toContain('da2-');
  expect(await asking?.authorize({ url: '', body: '', headers: {} })).toEqual({ 'x-api-key': 'da2-one' });
});

it('has the schema read by the first who can show who they are', async () => {
  const first = runAs.first();
  identities.add('demo', { authMode: 'NONE' });
  addKey('one');
  expect((await first).asker.name).toBe('one');
});

it('has it read by who comes in by the mode that is wanted, else by who is active', async () => {
  addKey('one');
  identities.add('demo', { authMode: 'AWS_IAM' }, 'role');
  const askerOf = async (preferred?: AuthMode) => (await runAs.first(preferred)).asker.name;
  expect(identities.active('demo')?.name).toBe('role');
  expect(await Promise.all([askerOf(), askerOf('API_KEY'), askerOf('AMAZON_COGNITO_USER_POOLS')])).toEqual([
    'role',
    'one',
    'role',
  ]);
});
