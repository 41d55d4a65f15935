// What GraphiQL may remember, and where: tabs and history per connection, layout and theme for all. Headers are refused
// whatever GraphiQL asks, since that is where people paste tokens; history is refused too if the person wants none.
import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

const namespace = 'graphiql:';
/** The same for every connection. */
const shared = new Set(['theme', 'visiblePlugin', 'docExplorerFlex', 'editorFlex', 'secondaryEditorFlex']);
const refused = new Set(['headers', 'shouldPersistHeaders']);
const history = new Set(['queries', 'favorites']);

export interface StoragePolicy {
  readonly connectionId: string;
  /** Whether operations that were run are remembered. */
  keepsHistory(): boolean;
}

/** The key in the browser's storage, or undefined for what must not be kept. */
export function storageKeyFrom(key: string, policy: StoragePolicy): string | undefined {
  const name = key.startsWith(namespace) ? key.slice(namespace.length) : key;
  if (refused.has(name) || (history.has(name) && !policy.keepsHistory())) return undefined;
  return shared.has(name) ? `${namespace}${name}` : `${namespace}${policy.connectionId}:${name}`;
}

/** Tab states and history items are JSON that holds headers among other things: the same JSON with none. */
export function withoutHeaders(value: string): string {
  if (!value.includes('"headers"')) return value;
  try {
    return JSON.stringify(JSON.parse(value, (key, inner: unknown) => (key === 'headers' ? null : inner)));
  } catch {
    return '';
  }
}

/** A storage that is full or forbidden remembers nothing; GraphiQL goes on. */
export function createWorkbenchStorage(storage: Storage, policy: StoragePolicy): GraphiQLStorage {
  return {
    get length() {
      return storage.length;
    },
    getItem(key) {
      const name = storageKeyFrom(key, policy);
      return name === undefined ? null : storage.getItem(name);
    },
    setItem(key, value) {
      const name = storageKeyFrom(key, policy);
      if (name !== undefined) storage.setItem(name, withoutHeaders(value));
    },
    removeItem(key) {
      const name = storageKeyFrom(key, policy);
      if (name !== undefined) storage.removeItem(name);
    },
    clear() {
      for (const key of Object.keys(storage)) if (key.startsWith(namespace)) storage.removeItem(key);
    },
  };
}
