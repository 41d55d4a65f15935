// Where a key leads to in the treegrid: https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/. Pure.

import type { Line } from './visible-lines.ts';

/** Column 0 is the path. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

/** Of the cell in the page. */
export function cellId(gridId: string, { line, column }: GridPlace): string {
  return `${gridId}-${line}-${column}`;
}

interface Grid {
  readonly lines: readonly Line[];
  /** Of answers. */
  readonly columns: number;
  /** Lines in sight. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Undefined for a key that means nothing here; `turn`: open or close that line. */
export function nextPlace(
  { key, ctrlKey }: Key,
  { line, column }: GridPlace,
  { lines, columns, page }: Grid,
): GridPlace | { readonly turn: string } | undefined {
  const last = lines.length - 1;
  if (last < 0) return undefined;
  const at = lines[line];
  const open = at?.kind === 'row' ? at.open : undefined;
  const to = (next: number, across = column): GridPlace => ({
    line: Math.min(Math.max(next, 0), last),
    column: Math.min(Math.max(across, 0), columns),
  });
  switch (key) {
    case 'ArrowDown':
      return to(line + 1);
    case 'ArrowUp':
      return to(line - 1);
    case 'PageDown':
      return to(line + page);
    case 'PageUp':
      return to(line - page);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(line, 0);
    case 'End':
      return ctrlKey ? to(last, columns) : to(line, columns);
    case 'ArrowRight':
      if (column === 0 && open === false && at) return { turn: at.key };
      return to(line, column + 1);
    case 'ArrowLeft':
      if (column > 0) return to(line, column - 1);
      return open && at ? { turn: at.key } : to(parentOf(lines, line));
    case 'Enter':
    case ' ':
      return open === undefined || at === undefined ? undefined : { turn: at.key };
    default:
      return undefined;
  }
}

function parentOf(lines: readonly Line[], line: number): number {
  const depth = lines[line]?.depth ?? 0;
  const above = lines.slice(0, line).findLastIndex((each) => each.depth < depth);
  return above === -1 ? line : above;
}
