// (e): ten thousand events of a subscription, a thousand a second. How long the page was blocked at a time, how much it holds
// afterwards, and whether all of them are there; GraphiQL by itself shows the last one only.
import { editorReady, operationText, signIn, visitBare, visitOurs, type Bench, type Visit } from './pages.ts';
import type { Result } from './result.ts';

const count = 10_000;
const perSecond = 1000;
/** The events come for ten seconds; who draws each of them needs longer. */
const patience = 240_000;

interface Burst {
  readonly longestTask: number;
  readonly untilLastShown: number;
  readonly heldMegabytes: number;
}

async function measureBurst({ page }: Visit, bench: Bench, isListening: () => Promise<unknown>): Promise<Burst> {
  await operationText(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('subscription Bench { onCreatePost { id title owner createdAt } }');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1000);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await isListening();
  const session = await page.context().newCDPSession(page);
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1_000_000;
  };
  const before = await held();
  await page.evaluate((last) => {
    benchWatch.answer = `"number-${last}"`;
    benchWatch.runClicked = performance.now();
    benchWatch.longTasks = [];
    new PerformanceObserver((list) =>
      benchWatch.longTasks?.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  }, count - 1);
  await bench.burst({ field: 'onCreatePost', count, perSecond });
  await page.waitForFunction(() => benchWatch.answerShown, undefined, { timeout: patience });
  const { longestTask, untilLastShown } = await page.evaluate(() => ({
    // Those shorter than 50 ms are none to Chromium.
    longestTask: Math.max(0, ...(benchWatch.longTasks ?? [])),
    untilLastShown: (benchWatch.answerShown ?? Number.NaN) - (benchWatch.runClicked ?? Number.NaN),
  }));
  return { longestTask, untilLastShown, heldMegabytes: (await held()) - before };
}

export async function measureEvents(bench: Bench): Promise<Result[]> {
  const ours = await visitOurs(bench);
  await signIn(ours, bench.addresses);
  await editorReady(ours);
  const burst = await measureBurst(ours, bench, () =>
    ours.page
      .getByText(/^Connected as/)
      .first()
      .waitFor(),
  );
  const told = await ours.page
    .getByText(/^[\d,]+ events$/)
    .first()
    .textContent();
  const kept = Number((told ?? '').replaceAll(/\D/g, ''));
  await ours.close();

  const bare = await visitBare(bench);
  await editorReady(bare);
  const peer = await measureBurst(bare, bench, () =>
    bare.page.locator('html[data-listens]').waitFor({ state: 'attached' }),
  );
  await bare.close();

  const besides = (value: number) => ({ name: 'bare page', values: [value] });
  return [
    { what: '(e) 10,000 events: lost', unit: 'events', ours: [count - kept], goal: { atMost: 0 } },
    {
      what: '    longest block of the page',
      unit: 'ms',
      ours: [burst.longestTask],
      peer: besides(peer.longestTask),
      goal: { atMost: 100 },
    },
    {
      what: '    first sent to last shown',
      unit: 'ms',
      ours: [burst.untilLastShown],
      peer: besides(peer.untilLastShown),
    },
    {
      what: '    held in memory for them',
      unit: 'MB',
      ours: [burst.heldMegabytes],
      peer: besides(peer.heldMegabytes),
      goal: { atMost: 40 },
    },
  ];
}
