// As JSON, each cell with its state, for programs.

import type { ExportTarget } from './target.ts';

export const json: ExportTarget = {
  id: 'json',
  label: 'JSON',
  help: 'Each cell with its state, for programs.',
  fileEnding: 'json',
  contentType: 'application/json',
  write: (exported) => `${JSON.stringify(exported, null, 2)}\n`,
};
