// What stands in the page before its script: the same tree that the script then takes over. Runs at build time, in Node.
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';

export function firstPaint(): string {
  return renderToString(<App services={undefined} />);
}
