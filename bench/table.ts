// The bench's results as a plain table for a terminal. Pure.
import { verdictOn, type Result } from './result.ts';

const shown = (value: number | undefined, unit: string) => (value === undefined ? '' : `${Math.round(value)} ${unit}`);
const spread = (values: readonly number[]) => `${Math.round(Math.min(...values))}-${Math.round(Math.max(...values))}`;

function cellsOf(result: Result): string[] {
  const { ours, peer, ratio, reached } = verdictOn(result);
  const { goal, unit } = result;
  return [
    result.what,
    shown(ours, unit),
    spread(result.ours),
    shown(peer, unit),
    result.peer ? `${spread(result.peer.values)} ${result.peer.name}` : '',
    ratio?.toFixed(2) ?? '',
    goal === undefined ? '' : 'atMost' in goal ? `<= ${goal.atMost} ${unit}` : `<= ${goal.timesPeer}`,
    reached === undefined ? '' : reached ? 'reached' : 'MISSED',
  ];
}

export function tableOf(results: readonly Result[]): string {
  const head = ['', 'ours', 'from-to', 'peer', 'from-to', 'ratio', 'goal', ''];
  const rows = [head, ...results.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
