import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkbenchStorage, storageKeyFrom, withoutHeaders } from './workbench-storage.ts';

const policy = { connectionId: 'shop', keepsHistory: () => true };

/** The browser's storage, over a Map. */
function memoryStorage(): Storage {
  const target: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => target[key] ?? null,
    setItem: (key: string, value: string) => void (target[key] = value),
    removeItem: (key: string) => void delete target[key],
  };
  return new Proxy(target, {
    get: (_target, key) => (key === 'length' ? Object.keys(target).length : Reflect.get(methods, key)),
  }) as unknown as Storage;
}

describe('storageKeyFrom', () => {
  it.each([
    ['graphiql:query', 'graphiql:shop:query'],
    ['graphiql:tabState', 'graphiql:shop:tabState'],
    ['graphiql:queries', 'graphiql:shop:queries'],
    ['graphiql:theme', 'graphiql:theme'],
    ['graphiql:headers', undefined],
    ['graphiql:shouldPersistHeaders', undefined],
  ])('keeps %s under %s', (key, kept) => {
    expect(storageKeyFrom(key, policy)).toBe(kept);
  });

  it('keeps no history for a person who wants none', () => {
    expect(storageKeyFrom('graphiql:queries', { ...policy, keepsHistory: () => false })).toBeUndefined();
  });
});

describe('withoutHeaders', () => {
  it('removes headers however deep they stand', () => {
    const state = JSON.stringify({
      tabs: [{ query: '{ a }', headers: '{"Authorization":"secret"}' }],
      headers: 'secret',
    });
    expect(withoutHeaders(state)).not.toContain('secret');
    expect(JSON.parse(withoutHeaders(state))).toMatchObject({ tabs: [{ query: '{ a }' }] });
  });

  it('keeps nothing of what it cannot read', () => {
    expect(withoutHeaders('{"headers": "secret"')).toBe('');
  });

  it('leaves a query that has the word in it alone', () => {
    expect(withoutHeaders('query { headers }')).toBe('query { headers }');
  });
});

describe('createWorkbenchStorage', () => {
  let browser: Storage;
  beforeEach(() => {
    browser = memoryStorage();
  });

  it('keeps the tabs of two connections apart', () => {
    const shop = createWorkbenchStorage(() => browser, policy);
    const blog = createWorkbenchStorage(() => browser, { ...policy, connectionId: 'blog' });
    shop.setItem('graphiql:query', '{ shop }');
    expect(blog.getItem('graphiql:query')).toBeNull();
    expect(shop.getItem('graphiql:query')).toBe('{ shop }');
  });

  it('never writes headers', () => {
    const storage = createWorkbenchStorage(() => browser, policy);
    storage.setItem('graphiql:headers', '{"Authorization":"secret"}');
    storage.setItem('graphiql:queries', '{"queries":[{"query":"{ a }","headers":"secret"}]}');
    expect(JSON.stringify(browser)).not.toContain('secret');
    expect(browser.getItem('graphiql:shop:queries')).toContain('{ a }');
  });

  it.each([
    ['graphiql:variables', '{ "input": { "headers": { "x": 1 } } }'],
    ['graphiql:query', '{ search(for: "headers") }'],
  ])('keeps %s as it was written, whatever it names', (key, text) => {
    const storage = createWorkbenchStorage(() => browser, policy);
    storage.setItem(key, text);
    expect(storage.getItem(key)).toBe(text);
  });

  it('has nothing where the browser forbids it, and goes on', () => {
    const forbidden = createWorkbenchStorage(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    }, policy);
    forbidden.removeItem('graphiql:query');
    forbidden.clear();
    expect([forbidden.getItem('graphiql:query'), forbidden.length]).toEqual([null, 0]);
  });
});
