// What GraphiQL may remember, and where: tabs and history per connection, layout and theme for all. Headers are refused
// whatever GraphiQL asks, since that is where people paste tokens; history is refused too if the person wants none.
import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

const namespace = 'graphiql:';
/** The same for every connection. */
const shared = new Set(['theme', 'visiblePlugin', 'docExplorerFlex', 'editorFlex', 'secondaryEditorFlex']);
const refused = new Set(['headers', 'shouldPersistHeaders']);
const history = new Set(['queries', 'favorites']);
/** What stands in an editor, as it was written: a variable of that name is none of the headers. */
const written = new Set(['query', 'variables']);

export interface StoragePolicy {
  readonly connectionId: string;
  /** Whether operations that were run are remembered. */
  keepsHistory(): boolean;
}

const nameIn = (key: string) => (key.startsWith(namespace) ? key.slice(namespace.length) : key);

/** The key in the browser's storage, or undefined for what must not be kept. */
export function storageKeyFrom(key: string, policy: StoragePolicy): string | undefined {
  const name = nameIn(key);
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

/** What was kept, or `instead` where the browser's settings forbid all of it. */
function ifAllowed<Value>(ask: () => Value, instead: Value): Value {
  try {
    return ask();
  } catch {
    return instead;
  }
}

/** A storage that is full or forbidden remembers nothing; GraphiQL goes on. */
export function createWorkbenchStorage(storage: () => Storage, policy: StoragePolicy): GraphiQLStorage {
  return {
    get length() {
      return ifAllowed(() => storage().length, 0);
    },
    getItem(key) {
      const name = storageKeyFrom(key, policy);
      return name === undefined ? null : ifAllowed(() => storage().getItem(name), null);
    },
    setItem(key, value) {
      const name = storageKeyFrom(key, policy);
      if (name === undefined) return;
      // What is thrown here GraphiQL catches, and makes room for its history.
      storage().setItem(name, written.has(nameIn(key)) ? value : withoutHeaders(value));
    },
    removeItem(key) {
      const name = storageKeyFrom(key, policy);
      if (name !== undefined) ifAllowed(() => storage().removeItem(name), undefined);
    },
    clear() {
      ifAllowed(() => {
        for (const key of Object.keys(storage())) if (key.startsWith(namespace)) storage().removeItem(key);
      }, undefined);
    },
  };
}
