import { describe, expect, it } from 'vitest';
import { textOfFile } from './text-of-file.ts';

describe('textOfFile', () => {
  it('gives the text', async () => {
    expect(await textOfFile(new File(['{}'], 'a.json'), 1000)).toEqual({ ok: true, text: '{}' });
  });

  it('reads nothing of what is too large', async () => {
    const film = { name: 'film.mp4', size: 2_000_001, text: () => Promise.reject(new Error('read all the same')) };
    expect(await textOfFile(film, 2_000_000)).toEqual({
      ok: false,
      wrong: 'film.mp4 is too large: no more than 2 MB are read.',
    });
  });

  it('says that a folder cannot be read', async () => {
    const folder = { name: 'amplify', size: 4096, text: () => Promise.reject(new DOMException('', 'NotFoundError')) };
    expect(await textOfFile(folder, 1_000_000)).toEqual({
      ok: false,
      wrong: 'amplify cannot be read. It may be a folder, or be gone by now.',
    });
  });
});
