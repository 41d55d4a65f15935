import { describe, expect, it } from 'vitest';
import type { Connection } from '../src/settings/connection.ts';
import { formatConnectionsFile, maxConnections, nextConnections, parseConnectionsFile } from './connections-format.ts';

const connection = (id: string, name = `Name of ${id}`): Connection => ({
  id,
  name,
  userPoolId: 'eu-west-1_Abc',
  appClientId: '1example',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'USER_SRP_AUTH',
});
const [a, b] = [connection('a'), connection('b')];
const file = (connections: unknown, version: unknown = 1) => JSON.stringify({ version, connections });

describe('parseConnectionsFile', () => {
  it('reads what was written', () => {
    expect(parseConnectionsFile(formatConnectionsFile([a, b]))).toEqual({ kind: 'good', connections: [a, b] });
  });

  it('reads a file an editor began with a byte order mark', () => {
    expect(parseConnectionsFile(`\uFEFF${file([a])}`)).toEqual({ kind: 'good', connections: [a] });
  });

  it('drops what is no property of a connection', () => {
    expect(parseConnectionsFile(file([{ ...a, password: 'x' }]))).toEqual({ kind: 'good', connections: [a] });
  });

  it.each([
    ['nothing', ''],
    ['half a file', file([a, b]).slice(0, 90)],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', JSON.stringify({ connections: [] })],
    ['a version in words', file([], 'one')],
    ['a version below one', file([], 0)],
    ['connections by name', file({ a })],
  ])('calls %s damaged', (_, text) => {
    expect(parseConnectionsFile(text)).toMatchObject({ kind: 'damaged' });
  });

  it('quotes nothing of a damaged file', () => {
    const parsed = parseConnectionsFile('{"secret": "s3cret", }');
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });

  it('knows a later version, whatever its shape', () => {
    expect(parseConnectionsFile(JSON.stringify({ version: 2, groups: {} }))).toEqual({ kind: 'later', version: 2 });
  });

  it('keeps the good entries among bad ones, and the first of two with one id', () => {
    const entries = [a, { ...b, userPoolId: 7 }, null, { ...a, name: 'again' }, b];
    expect(parseConnectionsFile(file(entries))).toEqual({ kind: 'partly', connections: [a, b], refused: 3 });
  });
});

describe('nextConnections', () => {
  it('adds a new connection at the end', () => {
    expect(nextConnections([a], b)).toEqual([a, b]);
  });

  it('replaces one in its place', () => {
    const changed = { ...a, name: 'Another name' };
    expect(nextConnections([a, b], changed)).toEqual([changed, b]);
  });

  it('refuses a name that another connection has, however it is written', () => {
    expect(nextConnections([a, b], { ...b, name: a.name.toUpperCase() })).toMatch(/^Another connection is called/);
  });

  it('refuses more than the policy can name', () => {
    const many = Array.from({ length: maxConnections }, (_, index) => connection(`c${index}`));
    expect(nextConnections(many, a)).toMatch(/Remove one first/);
    expect(nextConnections(many, connection('c0', 'still changeable'))).toHaveLength(maxConnections);
  });
});
