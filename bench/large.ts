// What is large: how quick typing stays with a schema of 300 models, and how soon an answer of 20 MB can be looked at. Both pages are given
// the same by the browser's network layer.
import type { Page, Route } from 'playwright';
import { largeIntrospection, models } from './large-schema.ts';
import { editorReady, operationText, signIn, visitBare, visitOurs, type Bench } from './pages.ts';
import type { Result } from './result.ts';

declare global {
  /** From each key pressed to the frame that shows it, in ms. */
  var benchKeys: number[];
}

const typed = 'query Typed { listModel7 { items { id title owner next { summary } } nextToken } }';
/** Between two keys: a quick typist's. */
const pace = 90;
const megabytes = 20;
/** Once: what an answer has left would be taken for the next. */
const runs = 1;
/** For the schema to reach the editor's worker, on either page. */
const settled = 6000;

async function answerHere(page: Page, endpoint: string): Promise<void> {
  const introspection = largeIntrospection();
  const large = largeAnswer();
  const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
  await page.route(endpoint, async (route: Route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('IntrospectionQuery')) return route.fulfill({ headers, body: introspection });
    return body.includes('BenchLarge') ? route.fulfill({ headers, body: large }) : route.continue();
  });
}

function largeAnswer(): string {
  const item = (index: number) => ({
    id: `item-${index}`,
    title: `What is told of number ${index}`,
    note: 'x'.repeat(120),
  });
  const count = Math.round((megabytes * 1_000_000) / JSON.stringify(item(100_000)).length);
  return JSON.stringify({ data: { items: Array.from({ length: count }, (_item, index) => item(index)) } });
}

async function typeAway(page: Page): Promise<number[]> {
  await page.bringToFront();
  await operationText(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.evaluate(() => {
    globalThis.benchKeys = [];
    let pressed: number | undefined;
    addEventListener('keydown', () => (pressed = performance.now()), true);
    const lines = document.querySelector('section[aria-label="Operation Editor"] .view-lines');
    if (lines === null) return;
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const began = pressed;
      pressed = undefined;
      requestAnimationFrame(() => benchKeys.push(performance.now() - began));
    }).observe(lines, { subtree: true, childList: true, characterData: true });
  });
  for (const letter of typed) {
    // oxlint-disable no-await-in-loop -- as a person types
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(pace);
  }
  return page.evaluate(() => benchKeys);
}

/** From the click to a first look at its items, by the page's clock. */
async function runLarge(page: Page): Promise<number> {
  await page.bringToFront();
  await operationText(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('query BenchLarge { listModel1 { nextToken } }');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1500);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shown = () =>
          [...document.querySelectorAll('.graphiql-response .view-line, .answer-tree-row')].some(
            ({ textContent }) => textContent.includes('items') || textContent.includes('item-0'),
          );
        const began = performance.now();
        document.querySelector<HTMLElement>('.graphiql-execute-button')?.click();
        const look = () => {
          if (shown()) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

export async function measureLarge(bench: Bench): Promise<Result[]> {
  const ours = await visitOurs(bench);
  await answerHere(ours.page, bench.addresses.graphqlEndpoint);
  await signIn(ours, bench.addresses);
  await editorReady(ours);
  const bare = await visitBare(bench);
  await answerHere(bare.page, bench.addresses.graphqlEndpoint);
  // It may have asked for its schema before the answer was there.
  await bare.page.reload({ waitUntil: 'commit' });
  await editorReady(bare);
  await bare.page.waitForTimeout(settled);

  const keys = { ours: await typeAway(ours.page), bare: await typeAway(bare.page) };
  const large = { ours: [] as number[], bare: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    for (const who of ['ours', 'bare'] as const) {
      const { page } = who === 'ours' ? ours : bare;
      large[who].push(await runLarge(page));
    }
  }
  await ours.close();
  await bare.close();
  return [
    {
      what: `(schema of ${models} models) a key to its letter`,
      unit: 'ms',
      ours: keys.ours,
      peer: { name: 'bare page', values: keys.bare },
      goal: { timesPeer: 1.1 },
    },
    {
      what: `(answer of ${megabytes} MB) click on run to its items`,
      unit: 'ms',
      ours: large.ours,
      peer: { name: 'bare page', values: large.bare },
      goal: { timesPeer: 1 },
    },
  ];
}
