import type { editor } from 'monaco-editor/esm/vs/editor/editor.api.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawWhenSeen } from './draw-when-seen.ts';

let comeIntoSight: (isIntersecting: boolean) => void;
let watched = 0;

beforeEach(() => {
  watched = 0;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        comeIntoSight = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe() {
        watched += 1;
      }
      disconnect() {
        watched = 0;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

function hiddenEditor() {
  let text = 'first';
  const model = { getValue: () => text, setValue: (next: string) => (text = next) };
  const real = {
    focused: 0,
    disposed: 0,
    actions: [] as string[],
    getValue: () => text,
    focus() {
      this.focused += 1;
    },
    addAction({ id }: { id: string }) {
      this.actions.push(id);
      return { dispose: () => undefined };
    },
    dispose() {
      this.disposed += 1;
    },
  };
  let drawn = 0;
  const late = drawWhenSeen({} as Element, model as unknown as editor.ITextModel, () => {
    drawn += 1;
    return real as unknown as editor.IStandaloneCodeEditor;
  });
  return { late, real, drawn: () => drawn };
}

const action = (id: string) => ({ id, label: id, run: () => undefined });

describe('an editor out of sight', () => {
  it('has its text without being made', () => {
    const { late, drawn } = hiddenEditor();
    late.setValue('second');
    expect(late.getValue()).toBe('second');
    expect(late.getModel()?.getValue()).toBe('second');
    comeIntoSight(false);
    expect(drawn()).toBe(0);
  });

  it('is made once when it comes into sight, with the actions it was given, and no longer watched', () => {
    const { late, real, drawn } = hiddenEditor();
    late.addAction(action('kept'));
    late.addAction(action('taken back')).dispose();
    comeIntoSight(true);
    comeIntoSight(true);
    late.addAction(action('later'));
    expect(drawn()).toBe(1);
    expect(real.actions).toEqual(['kept', 'later']);
    expect(watched).toBe(0);
  });

  it('is made when it is asked for more than its text', () => {
    const { late, real, drawn } = hiddenEditor();
    Reflect.get(late, 'focus')();
    expect(drawn()).toBe(1);
    expect(real.focused).toBe(1);
  });

  it('is disposed of as what it is by then', () => {
    const unmade = hiddenEditor();
    unmade.late.dispose();
    expect(unmade.drawn()).toBe(0);
    expect(watched).toBe(0);
    const made = hiddenEditor();
    comeIntoSight(true);
    made.late.dispose();
    expect(made.real.disposed).toBe(1);
  });
});
