// The registry of files a connection can be read from. A new one is a file and a line.

import { amplifyOutputs } from './amplify-outputs.ts';
import type { Imported, Importer } from './importer.ts';

const importers: readonly Importer[] = [amplifyOutputs];

/** Reads a file's text, whichever format it is. */
export function importedFrom(text: string): Imported {
  const json = jsonFrom(text);
  if (json === undefined) return { ok: false, wrong: 'It is not JSON.' };
  const importer = importers.find(({ recognises }) => recognises(json));
  if (importer !== undefined) return importer.read(json);
  return {
    ok: false,
    wrong: `It is none of the files this app reads: ${importers.map(({ format }) => format).join(', ')}.`,
  };
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own message quotes the text.
    return undefined;
  }
}
