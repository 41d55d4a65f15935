// (c): the SRP arithmetic in the browser, and what its worker costs the main thread.
import type { Bench } from './pages.ts';
import type { Result } from './result.ts';

const exchanges = 5;
/** The browser calls a task long from here on. */
const longTask = 50;

export async function measureSrp({ browser, addresses }: Bench): Promise<Result[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(addresses.srp);
  await page.waitForFunction(() => 'srpBench' in globalThis);
  const right = await page.evaluate(() => {
    const { a, expected } = srpBench;
    return [srpBench.ours(a), srpBench.stock(a)].every(
      ({ srpA, key }) => srpA === expected.srpA && key === expected.key,
    );
  });
  if (!right) throw new Error('An SRP exchange did not come to what its vector says.');

  const ours: number[] = [];
  const stock: number[] = [];
  const inWorker: number[] = [];
  const longest: number[] = [];
  for (let exchange = 0; exchange < exchanges; exchange += 1) {
    const both = await page.evaluate(() => {
      const start = performance.now();
      srpBench.ours();
      const between = performance.now();
      srpBench.stock();
      return { ours: between - start, stock: performance.now() - between };
    });
    ours.push(both.ours);
    stock.push(both.stock);
    const away = await page.evaluate(() => srpBench.inWorker());
    inWorker.push(away.milliseconds);
    longest.push(away.longestTask);
  }
  await context.close();
  return [
    {
      what: '(c) SRP exchange computed',
      unit: 'ms',
      ours,
      peer: { name: 'amazon-cognito-identity-js', values: stock },
      goal: { timesPeer: 0.2 },
    },
    { what: '    in its worker, start included', unit: 'ms', ours: inWorker },
    {
      what: '    longest main-thread task meanwhile',
      unit: 'ms',
      ours: [Math.max(...longest)],
      goal: { atMost: longTask },
    },
  ];
}
