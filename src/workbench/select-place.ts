// Shows a place of an explanation in one of GraphiQL's editors: brings it into view, selects it, puts the keyboard there.
import type { Place } from '../appsync/explain/explanation.ts';
import { placeInJson } from './json-place.ts';

interface Position {
  readonly lineNumber: number;
  readonly column: number;
}
/** What is needed of one of Monaco's editors. */
interface Editor {
  getModel(): {
    getValue(): string;
    getPositionAt(offset: number): Position;
    getWordAtPosition(position: Position): { startColumn: number; endColumn: number } | null;
  } | null;
  setSelection(range: Range): void;
  revealRangeInCenter(range: Range): void;
  focus(): void;
}
interface Range {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

export function selectInAnswer(editor: Editor | undefined, { path }: Place): void {
  const model = editor?.getModel();
  if (!editor || !model || path === undefined) return;
  const found = placeInJson(model.getValue(), ['data', ...path]);
  if (found) select(editor, model.getPositionAt(found.start), model.getPositionAt(found.end));
}

export function selectInOperation(editor: Editor | undefined, { line, column }: Place): void {
  const model = editor?.getModel();
  if (!editor || !model || line === undefined || column === undefined) return;
  const word = model.getWordAtPosition({ lineNumber: line, column });
  select(
    editor,
    { lineNumber: line, column: word?.startColumn ?? column },
    { lineNumber: line, column: word?.endColumn ?? column + 1 },
  );
}

function select(editor: Editor, start: Position, end: Position): void {
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
  editor.setSelection(range);
  editor.revealRangeInCenter(range);
  editor.focus();
}
