// The registry of what the bench measures: a line here, a file beside it.
import { measureCompare } from './compare.ts';
import { measureEvents } from './events.ts';
import { measureLarge } from './large.ts';
import { measureLoads } from './loads.ts';
import type { Bench } from './pages.ts';
import type { Result } from './result.ts';
import { measureRunToAnswer } from './run-to-answer.ts';
import { measureSrp } from './srp.ts';

export const measurements: Readonly<Record<string, (bench: Bench) => Promise<Result[]>>> = {
  loads: measureLoads,
  srp: measureSrp,
  run: measureRunToAnswer,
  events: measureEvents,
  compare: measureCompare,
  large: measureLarge,
};
