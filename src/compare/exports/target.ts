// A way to write a comparison down.

import type { Exported } from './exported.ts';

export interface ExportTarget {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly fileEnding: string;
  readonly contentType: string;
  readonly write: (exported: Exported) => string;
}
