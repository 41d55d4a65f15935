// The registry of what a comparison can be written down as: a line here, a file beside it.
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { ExportTarget } from './target.ts';

export const exportTargets: readonly ExportTarget[] = [markdown, csv, json, html];
