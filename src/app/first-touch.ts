// The first touch of the page: the sign that what lies behind the form will be wanted. Watched for by the page's first script,
// since people are faster than the rest of it; must stay small for that.

const touches = ['pointerdown', 'focusin', 'input'] as const;
const afterPaint = 400;
const waiting = new Set<() => void>();
let touched = false;

/** Called once, by main.tsx. Who touches nothing is taken to want it all shortly after the first paint. */
export function watchForFirstTouch(): void {
  const stop = new AbortController();
  const once = () => {
    stop.abort();
    if (touched) return;
    touched = true;
    for (const run of waiting) run();
    waiting.clear();
  };
  for (const touch of touches) document.addEventListener(touch, once, { signal: stop.signal, capture: true });
  requestAnimationFrame(() => setTimeout(once, afterPaint));
}

/** Runs once: at the first touch, or now if that has been. */
export function whenFirstTouched(run: () => void): void {
  if (touched) run();
  else waiting.add(run);
}
