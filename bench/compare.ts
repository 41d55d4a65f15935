// A comparison of eight identities: how long it takes against the slowest of them alone, what the table of 10,000 lines costs the main
// thread, and how long a frame waits at most while all of it comes in.
import type { Page, Route } from 'playwright';
import { editorReady, operationText, signIn, visitOurs, type Bench } from './pages.ts';
import type { Result } from './result.ts';

declare global {
  /** How long each long task was, in ms. */
  var benchLongTasks: number[];
}

const identities = 8;
const runs = 7;
/** Lines of the table: a list of items, each a line of its own and three fields. */
const items = 2500;
const slowest = 300;
/** The editor checks what was typed after 400 ms. */
const quiet = 1000;

/**
 * AppSync speaks HTTP/2 and answers all of them side by side; the stand-in speaks HTTP/1.1, of which a browser opens six connections
 * at most. So the answers are made here, in the browser's network layer, each identity's with a delay of its own.
 */
async function answerHere(page: Page, endpoint: string): Promise<void> {
  const large = [true, false].map((all) => largeAnswer(all));
  await page.route(endpoint, async (route: Route) => {
    const request = route.request();
    const body = request.postData() ?? '';
    const key = request.headers()['x-api-key'] ?? '';
    const index = Number(/\d+$/.exec(key)?.[0] ?? 0);
    if (!body.includes('Bench')) return route.continue();
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
    if (body.includes('BenchLarge')) return route.fulfill({ headers, body: large[index % 2] ?? '' });
    await new Promise((resolve) => setTimeout(resolve, slowest - (identities - 1 - index) * 20));
    return route.fulfill({ headers, body: JSON.stringify({ data: { a: index } }) });
  });
}

function largeAnswer(mayAll: boolean): string {
  const list = Array.from({ length: items }, (_item, index) => ({
    id: `item-${index}`,
    title: `What is told of number ${index}`,
    owner: { name: `owner ${index % 40}`, salary: mayAll ? index : null },
  }));
  const errors = mayAll
    ? []
    : list.map((_item, index) => ({
        path: ['items', index, 'owner', 'salary'],
        errorType: 'Unauthorized',
        message: 'Not Authorized to access salary on type Owner',
      }));
  return JSON.stringify({ data: { items: list }, ...(mayAll ? {} : { errors }) });
}

async function addKeys(page: Page): Promise<void> {
  for (let index = 1; index < identities; index += 1) {
    // oxlint-disable no-await-in-loop -- one after the other, as a person does
    await page.getByRole('button', { name: 'Add identity' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add identity' });
    await dialog.getByRole('tab', { name: 'API key' }).click();
    await dialog.locator('[name=api-key]').fill(`da2-aaaaaaaaaaaaaaaaaaaaaaaaa${index}`);
    await dialog.getByRole('button', { name: 'Add the key' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

async function write(page: Page, query: string): Promise<void> {
  await operationText(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(query);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(quiet);
}

const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison', exact: true });

/** By the page's clock, from the press to the last answer in the table's head. */
function compareOnce(page: Page, answers: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const button = document.querySelector<HTMLElement>('.compare-button');
        const began = performance.now();
        button?.click();
        const look = () => {
          const heads = [...document.querySelectorAll('.comparison [role=columnheader]')].map(
            (head) => head.textContent,
          );
          const come = heads.filter((text) => text.includes('200 ·')).length;
          if (come === wanted && !heads.some((text) => text.includes('waiting'))) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    answers,
  );
}

export async function measureCompare(bench: Bench): Promise<Result[]> {
  const visit = await visitOurs(bench);
  const { page } = visit;
  await answerHere(page, bench.addresses.graphqlEndpoint);
  await signIn(visit, bench.addresses);
  await editorReady(visit);
  await addKeys(page);

  await write(page, 'query Bench { a }');
  const [together, alone]: [number[], number[]] = [[], []];
  const chips = comparison(page).getByRole('group', { name: 'Compare as' }).locator('[aria-pressed]');
  for (let run = 0; run <= runs; run += 1) {
    const all = await compareOnce(page, identities);
    for (let index = 0; index < identities - 1; index += 1) await chips.nth(index).click();
    const one = await compareOnce(page, 1);
    for (let index = 0; index < identities - 1; index += 1) await chips.nth(index).click();
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('.comparison [role=columnheader]').length === wanted,
      identities + 1,
    );
    // The first one warms up: it fetches the comparison's code.
    if (run > 0) together.push(all);
    if (run > 0) alone.push(one);
  }

  await write(page, 'query BenchLarge { items { id title owner { name salary } } }');
  await page.evaluate(() => {
    const times: number[] = [];
    globalThis.benchLongTasks = times;
    new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const blocked: number[] = [];
  const table: number[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const longTasks = () => page.evaluate(() => [...benchLongTasks]);
  for (let run = 0; run < runs; run += 1) {
    const before = (await longTasks()).length;
    await compareOnce(page, identities);
    await page.getByText(`by id`, { exact: true }).waitFor();
    await page.waitForTimeout(quiet);
    blocked.push(Math.max(0, ...(await longTasks()).slice(before)));
    // The table alone, made anew of answers that are there.
    const matching = comparison(page).getByRole('combobox', { name: 'match lists by' });
    const began = await taskTime();
    await matching.selectOption('place');
    await page.getByText('by position', { exact: true }).waitFor();
    table.push((await taskTime()) - began);
    await matching.selectOption('auto');
    await page.getByText('by id', { exact: true }).waitFor();
  }
  await visit.close();
  return [
    {
      what: '(h) 8 identities compared, wall time',
      unit: 'ms',
      ours: together,
      peer: { name: 'the slowest alone', values: alone },
      goal: { timesPeer: 1.3 },
    },
    { what: '(i) table of 8 x 10,000 lines, main thread', unit: 'ms', ours: table, goal: { atMost: 300 } },
    { what: '(j) the longest wait while it comes in', unit: 'ms', ours: blocked, goal: { atMost: 100 } },
  ];
}
