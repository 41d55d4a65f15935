// An editor whose box is out of sight at first, as GraphiQL's for variables and headers are: its text is there at once, the
// editor itself is made when its box comes into sight, or when somebody asks it for more than its text.
import type { editor } from 'monaco-editor/esm/vs/editor/editor.api.js';

type Editor = editor.IStandaloneCodeEditor;
/** What can be had of it before it is made; the rest of it is there as well, and makes it. */
type Early = Pick<Editor, 'getValue' | 'setValue' | 'getModel' | 'addAction' | 'dispose'>;

export function drawWhenSeen(box: Element, model: editor.ITextModel, draw: () => Editor): Early {
  let drawn: Editor | undefined;
  const actions = new Set<editor.IActionDescriptor>();
  const sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) drawOnce();
  });
  sight.observe(box);

  function drawOnce(): Editor {
    if (drawn) return drawn;
    sight.disconnect();
    drawn = draw();
    for (const action of actions) drawn.addAction(action);
    return drawn;
  }

  const early: Early = {
    getValue: () => model.getValue(),
    setValue: (text) => model.setValue(text),
    getModel: () => model,
    addAction: (action) => {
      actions.add(action);
      return { dispose: () => actions.delete(action) };
    },
    dispose: () => sight.disconnect(),
  };
  return new Proxy(early, {
    get: (_early, key) => {
      const owner = drawn ?? (key in early ? early : drawOnce());
      const member: unknown = Reflect.get(owner, key);
      return typeof member === 'function' ? member.bind(owner) : member;
    },
  });
}
