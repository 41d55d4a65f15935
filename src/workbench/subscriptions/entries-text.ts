// Entries of a log as text: a line for the eye, a whole for the clipboard or a file. Pure.
import type { LogEntry } from './event-log.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** "14:05:03", of the machine's zone. */
export const clockText = (at: number): string => clock.format(at);

/** ".120", what goes on after it. */
export const millisecondsText = (at: number): string => `.${String(at % 1000).padStart(3, '0')}`;

const longestLine = 240;
/** A subscription has one root field, and its name stands above the list. */
const around = /^\{"data":\{"\w+":(?=[^]*\}\}$)/;

/** The event's value without what is around each: `{"id":"1"}`; the start of it, where it is long. */
export function lineText(text: string): string {
  const start = around.exec(text)?.[0].length;
  return (start === undefined ? text : text.slice(start, -2)).slice(0, longestLine);
}

const longestShown = 200_000;

/** With lines and indents. */
export function prettyText(text: string): string {
  const pretty = JSON.stringify(JSON.parse(text), null, 2);
  return pretty.length <= longestShown ? pretty : `${pretty.slice(0, longestShown)}\n…`;
}

/** A JSON list with who received each and when. */
export function exportText(entries: readonly LogEntry[]): string {
  return `[\n${entries.map((entry) => exportedText(entry)).join(',\n')}\n]\n`;
}

function exportedText(entry: LogEntry): string {
  const { operation, asker } = entry.source;
  const about = JSON.stringify({ time: new Date(entry.at).toISOString(), operation, as: asker.name }).slice(1, -1);
  if (entry.kind === 'event') return `{${about},"event":${entry.text}}`;
  return `{${about},"eventsMayBeMissingSince":${JSON.stringify(new Date(entry.since).toISOString())}}`;
}
