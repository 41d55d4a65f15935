// The connections file on the disk, in the person's configuration folder: read afresh each time, changed whole and one change
// after another. Never overwrites what it could not read, never holds a secret.
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from '../src/settings/connection.ts';
import type { KeptConnections } from './api.ts';
import {
  formatConnectionsFile,
  nextConnections,
  parseConnectionsFile,
  type FileContent,
} from './connections-format.ts';

/** What came of a change: the list after it, or a sentence why there is none ('refused': the person's to mend). */
export type Change =
  | { readonly ok: true; readonly kept: KeptConnections }
  | { readonly ok: false; readonly fault: 'refused' | 'disk'; readonly why: string };

export interface ConnectionsFile {
  readonly path: string;
  read(): Promise<KeptConnections>;
  /** Creates the connection, or replaces the one of the same id in its place. */
  put(connection: Connection): Promise<Change>;
  /** An id that is not there is a success. */
  remove(id: string): Promise<Change>;
}

type OnDisk = FileContent | { readonly kind: 'none' } | { readonly kind: 'unreadable'; readonly why: string };

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

async function readDisk(path: string): Promise<OnDisk> {
  try {
    return parseConnectionsFile(await readFile(path, 'utf8'));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? { kind: 'none' } : { kind: 'unreadable', why: codeOf(error) };
  }
}

function keptFrom(content: OnDisk, path: string): { connections: readonly Connection[]; note?: string } {
  switch (content.kind) {
    case 'none':
      return { connections: [] };
    case 'good':
      return { connections: content.connections };
    case 'partly':
      return {
        connections: content.connections,
        note:
          `${content.refused === 1 ? 'One entry' : `${content.refused} entries`} of ${path} cannot be read as a connection ` +
          `and ${content.refused === 1 ? 'is' : 'are'} left out. Mend the file and reload; your next change here first sets ` +
          'a copy of it aside, beside it.',
      };
    case 'damaged':
      return {
        connections: [],
        note:
          `The connections file ${path} is damaged: ${content.why}. It is left as it is. Mend it and reload; your next ` +
          'change here first sets a copy of it aside, beside it.',
      };
    case 'later':
      return {
        connections: [],
        note:
          `The connections file ${path} was written by a later version of this app (format ${content.version}). It is left ` +
          'untouched, and connections cannot be kept from here. Use the later version, or move the file away.',
      };
    case 'unreadable':
      return {
        connections: [],
        note: `The connections file ${path} cannot be read (${content.why}). It is left as it is.`,
      };
    default:
      return content satisfies never;
  }
}

/** Replaces the file in one step: a reader sees the old text or the new one. A link to a file elsewhere stays a link. */
async function writeWhole(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * The connections kept in `folder`/connections.json. The folder is made with the first change. Two helpers may share it: each
 * change reads the file first, so that the last change wins per connection.
 */
export function openConnectionsFile(folder: string, now: () => Date = () => new Date()): ConnectionsFile {
  const path = join(folder, 'connections.json');
  let queue: Promise<unknown> = Promise.resolve();

  async function change(edit: (kept: readonly Connection[]) => readonly Connection[] | string): Promise<Change> {
    const content = await readDisk(path);
    const { connections, note } = keptFrom(content, path);
    if (content.kind === 'later') return { ok: false, fault: 'refused', why: note ?? '' };
    if (content.kind === 'unreadable') return { ok: false, fault: 'disk', why: note ?? '' };
    const changed = edit(connections);
    if (typeof changed === 'string') return { ok: false, fault: 'refused', why: changed };
    const notes: string[] = [];
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (content.kind === 'damaged' || content.kind === 'partly') {
        const aside = join(folder, `connections.damaged-${now().toISOString().replaceAll(':', '-')}.json`);
        await copyFile(path, aside, constants.COPYFILE_EXCL);
        notes.push(`The connections file as it was is kept as ${aside}.`);
      }
      await writeWhole(path, formatConnectionsFile(changed));
    } catch (error) {
      return {
        ok: false,
        fault: 'disk',
        why: `Connections cannot be kept in ${folder} (${codeOf(error)}). Is it a folder you may write to?`,
      };
    }
    return { ok: true, kept: { connections: [...changed], notes } };
  }

  /** One change after another, in the order they came. */
  function queued(edit: Parameters<typeof change>[0]): Promise<Change> {
    const turn = queue.then(() => change(edit));
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    path,
    async read() {
      const { connections, note } = keptFrom(await readDisk(path), path);
      return { connections: [...connections], notes: note === undefined ? [] : [note] };
    },
    put: (connection) => queued((kept) => nextConnections(kept, connection)),
    remove: (id) => queued((kept) => kept.filter((connection) => connection.id !== id)),
  };
}
