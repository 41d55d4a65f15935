// Everything a page leaves behind in its browser and on the disk, as text by place; and which secrets are to be found in it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Text by the place it was found in. */
export type Remains = Readonly<Record<string, string>>;

export async function remainsOf(page: Page, configFolder: string): Promise<Remains> {
  return {
    ...(await page.evaluate(remainsInPage)),
    cookies: JSON.stringify(await page.context().cookies()),
    'configuration folder': await textOf(configFolder),
  };
}

/** Runs in the page, so it brings along all it needs. */
async function remainsInPage(): Promise<Remains> {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
    });
  const databases: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const inside = () => database.transaction(store).objectStore(store);
      databases.push(name, store, await settled(inside().getAllKeys()), await settled(inside().getAll()));
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      cached.push(name, request.url, (await (await cache.match(request))?.text()) ?? '');
  }
  const entriesOf = (storage: Storage) =>
    Object.keys(storage)
      .map((key) => `${key} ${storage.getItem(key)}`)
      .join('\n');
  const workers = await navigator.serviceWorker.getRegistrations();
  return {
    localStorage: entriesOf(localStorage),
    sessionStorage: entriesOf(sessionStorage),
    IndexedDB: JSON.stringify(databases),
    caches: cached.join('\n'),
    'service workers': workers.map(({ scope }) => scope).join('\n'),
    'history.state': JSON.stringify(history.state),
    'window.name': window.name,
    address: location.href,
    title: document.title,
    'addresses fetched': performance
      .getEntries()
      .map(({ name }) => name)
      .join('\n'),
  };
}

/** Names and contents of every file. */
async function textOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.map((file, index) => `${file}\n${contents[index] ?? ''}`).join('\n');
}

/** Which secrets are where: as they are, in a URL, in base64, or quoted within JSON within JSON. Sentences with no secret in them. */
export function leaksIn(remains: Remains, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(remains).flatMap(([place, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => spellingsOf(secret).some((spelling) => text.includes(spelling)))
      .map(([name]) => `${name} in ${place}`),
  );
}

function spellingsOf(secret: string): string[] {
  // Base64 of the same text differs with what stands before it, and at its end: the middles at all three offsets.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.from(`${' '.repeat(before)}${secret}`)
      .toString('base64')
      .slice(4, -4),
  );
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const once = quoted(secret);
  // Of six digits no middle is left that could be told from anything else.
  const tellable = base64.filter((middle) => middle.length >= 6);
  return [secret, encodeURIComponent(secret), once, quoted(once), quoted(quoted(once)), ...tellable];
}
