// (a) and (b): how soon a page can be used, and what it weighs.
import { editorReady, passwordField, signIn, visitBare, visitOurs, type Bench, type Visit } from './pages.ts';
import type { Result } from './result.ts';

/** More of them, for a machine that is busy: BENCH_LOADS=15 npm run bench -- loads */
const loads = Number(process.env['BENCH_LOADS'] ?? 5);
/** Long enough for what a page fetches once it has nothing else to do. */
const settled = 6000;

async function passwordTyped(visit: Visit): Promise<number> {
  await passwordField(visit.page).press('x');
  const typed = await visit.page.waitForFunction(() => benchWatch.passwordTyped);
  return (await typed.jsonValue()) ?? Number.NaN;
}

/** Throws where what was typed is gone once the page's script has taken the form over. */
async function typedTextStays(visit: Visit): Promise<void> {
  await visit.page.waitForLoadState('networkidle');
  const value = await passwordField(visit.page).inputValue();
  if (value !== 'x') throw new Error(`The password field took "x" and now holds ${value.length} letters.`);
}

async function bytesWhenSettled(visit: Visit): Promise<number> {
  await visit.page.waitForTimeout(settled);
  return (await visit.bytes()) / 1000;
}

export async function measureLoads(bench: Bench): Promise<Result[]> {
  const password: number[] = [];
  const ready = { ours: [] as number[], bare: [] as number[] };
  const kilobytes = { ours: [] as number[], bare: [] as number[] };
  for (let load = 0; load < loads; load += 1) {
    const first = load === 0;

    const bare = await visitBare(bench);
    ready.bare.push(await editorReady(bare));
    if (first) kilobytes.bare.push(await bytesWhenSettled(bare));
    await bare.close();

    const form = await visitOurs(bench);
    password.push(await passwordTyped(form));
    if (first) await typedTextStays(form);
    await form.close();

    const ours = await visitOurs(bench);
    await signIn(ours, bench.addresses);
    ready.ours.push(await editorReady(ours));
    if (first) kilobytes.ours.push(await bytesWhenSettled(ours));
    await ours.close();
  }
  const bareReady = { name: 'bare page, editor ready', values: ready.bare };
  return [
    { what: '(a) password field takes text', unit: 'ms', ours: password, peer: bareReady, goal: { timesPeer: 0.25 } },
    {
      what: '(b) editor ready, sign-in included',
      unit: 'ms',
      ours: ready.ours,
      peer: bareReady,
      goal: { timesPeer: 1 },
    },
    {
      what: '    bytes over the wire',
      unit: 'kB',
      ours: kilobytes.ours,
      peer: { name: 'bare page', values: kilobytes.bare },
      goal: { timesPeer: 0.8 },
    },
  ];
}
