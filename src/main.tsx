// The page's first script, which only waits: the form stands in index.html, and is painted before anything is parsed.
import './app/first-paint-styles.ts';
import { watchForFirstTouch } from './app/first-touch.ts';

requestAnimationFrame(() => setTimeout(() => void import('./start.tsx')));
watchForFirstTouch();
