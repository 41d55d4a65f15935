// The registry of what an operation can be written as: a file beside this one, and a line here.
import type { CodeTarget } from './code-request.ts';
import { curl } from './curl.ts';
import { javascriptFetch } from './javascript-fetch.ts';

export const codeTargets: readonly CodeTarget[] = [curl, javascriptFetch];
