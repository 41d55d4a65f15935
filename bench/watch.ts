// What the bench notes inside a page, by the page's own clock. Put there before the page's scripts; must not import anything.

declare global {
  var benchWatch: Watch;
}

/** Milliseconds since the navigation began. */
export interface Watch {
  /** The first text that a password field took. */
  passwordTyped?: number;
  /** The operation editor shows its text, and nothing lies over it. */
  editorShown?: number;
  /** It shows the probe in front of that text. */
  editorTyped?: number;
  /** The last click on the run button. */
  runClicked?: number;
  /** The response editor shows `answer`, which was not there at the click. */
  answerShown?: number;
  /** How long each was that blocked the page, since the bench asked for them. */
  longTasks?: number[];
  /** Set by the bench before it clicks. */
  answer?: string;
}

export const probe = '#';

/** Runs in the page. */
export function watchPage(expected: string): void {
  const watch: Watch = {};
  globalThis.benchWatch = watch;

  addEventListener(
    'input',
    ({ target }) => {
      const typed = target instanceof HTMLInputElement && target.type === 'password' && target.value !== '';
      if (typed) watch.passwordTyped ??= performance.now();
    },
    true,
  );
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('.graphiql-execute-button')) watch.runClicked = performance.now();
    },
    true,
  );

  const editorSelector = 'section[aria-label="Operation Editor"] .monaco-editor';
  const lines = () => [...document.querySelectorAll(`${editorSelector} .view-line`)];
  let first: string | undefined;

  function lookAtEditor(): void {
    const [line] = lines();
    if (line === undefined || line.textContent === '') return;
    const { left, top, width, height } = line.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const onTop = document.elementFromPoint(left + 4, top + height / 2);
    if (!onTop?.closest(editorSelector)) return;
    first = line.textContent;
    watch.editorShown = performance.now();
  }

  function look(): void {
    if (watch.editorShown === undefined) lookAtEditor();
    else if (
      watch.editorTyped === undefined &&
      lines().some(({ textContent }) => textContent === `${expected}${first}`)
    ) {
      watch.editorTyped = performance.now();
    }
    if (watch.answer !== undefined && watch.runClicked !== undefined && watch.answerShown === undefined) {
      const response = document.querySelector('section[aria-label="Result Window"] .view-lines')?.textContent;
      if (response?.includes(watch.answer)) watch.answerShown = performance.now();
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}
