// The registry of files a connection can be read from. A new one is a file and a line.

import { amplifyConfiguration } from './amplify-configuration.ts';
import { amplifyOutputs } from './amplify-outputs.ts';
import { awsExports } from './aws-exports.ts';
import { exportedData } from './exported-data.ts';
import type { Imported, Importer } from './importer.ts';

const importers: readonly Importer[] = [amplifyOutputs, awsExports, amplifyConfiguration];

/** The usual names of the files, for sentences. */
const formats = importers.map(({ format }) => format);

/** Reads a file's text, whichever format it is. */
export function importedFrom(text: string): Imported {
  const data = dataFrom(text.replace(/^\uFEFF/, ''));
  if (!data.ok) return data;
  const importer = importers.find(({ recognises }) => recognises(data.value));
  if (importer !== undefined) return importer.read(data.value);
  return { ok: false, wrong: `It is none of the files this app reads: ${formats.join(', ')}.` };
}

/** JSON begins with a brace or a bracket and no JavaScript module does; what a parser says would quote the text. */
function dataFrom(text: string): ReturnType<typeof exportedData> {
  if (text.trim() === '') return { ok: false, wrong: 'It is empty.' };
  if (!/^\s*[[{]/.test(text) && !/^\s*["\d]/.test(text)) return exportedData(text);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, wrong: 'It is not JSON.' };
  }
}
