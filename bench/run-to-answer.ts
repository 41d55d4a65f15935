// (d): from the click on run to the answer in the response editor.
import { editorReady, operationText, signIn, visitBare, visitOurs, type Bench, type Visit } from './pages.ts';
import type { Result } from './result.ts';

const runs = 15;
/** The editor checks what was typed after 400 ms; a run is not to be slowed by that. */
const quiet = 1000;

/** Each run has an alias of its own, so that an earlier answer is not taken for it. */
async function runOnce({ page }: Visit, run: number): Promise<number> {
  const answer = `run${run}`;
  await operationText(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(`query Bench { about { name motto } ${answer}: __typename }`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(quiet);
  await page.evaluate((expected) => {
    benchWatch.answer = `"${expected}"`;
    delete benchWatch.runClicked;
    delete benchWatch.answerShown;
  }, answer);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.waitForFunction(() => benchWatch.answerShown);
  return page.evaluate(() => (benchWatch.answerShown ?? Number.NaN) - (benchWatch.runClicked ?? Number.NaN));
}

export async function measureRunToAnswer(bench: Bench): Promise<Result[]> {
  const ours = await visitOurs(bench);
  await signIn(ours, bench.addresses);
  await editorReady(ours);
  const bare = await visitBare(bench);
  await editorReady(bare);
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let run = 0; run <= runs; run += 1) {
    for (const who of ['ours', 'bare'] as const) {
      const visit = who === 'ours' ? ours : bare;
      await visit.page.bringToFront();
      const time = await runOnce(visit, run);
      // The first one warms up.
      if (run > 0) times[who].push(time);
    }
  }
  await ours.close();
  await bare.close();
  return [
    {
      what: '(d) click on run to answer shown',
      unit: 'ms',
      ours: times.ours,
      peer: { name: 'bare page', values: times.bare },
      goal: { timesPeer: 1.1 },
    },
  ];
}
