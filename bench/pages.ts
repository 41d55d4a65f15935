// How the bench opens the two pages and waits for them: the same browser, the same criteria, an empty cache each time.
import type { Browser, Page } from 'playwright';
import type { Addresses, BurstRequest } from './servers.ts';
import { probe, watchPage } from './watch.ts';

/** An open page, alone in a browser context of its own. */
export interface Visit {
  readonly page: Page;
  /** Bytes that came over the wire so far, headers and bodies as encoded, workers included. */
  readonly bytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface Bench {
  readonly browser: Browser;
  readonly addresses: Addresses;
  /** An ID token of the demo's first person, for the bare page. */
  readonly token: string;
  /** Has the stand-in tell events to whoever listens; resolves once the last is sent. */
  readonly burst: (request: BurstRequest) => Promise<void>;
}

const patience = 60_000;

async function visit(browser: Browser, url: string, prepare: (page: Page) => Promise<void>): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const seen = new Set<string>();
  let counted = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    counted += encodedDataLength;
    seen.add(urls.get(requestId) ?? '');
  });
  // tsx names functions through a function of its own, which a page has not got.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(watchPage, probe);
  await prepare(page);
  // A new context is a new window to Chromium, which loads its own toolbar first.
  await page.waitForTimeout(2500);
  await page.goto(url, { waitUntil: 'commit' });
  return {
    page,
    bytes: async () => {
      // The session hears nothing of the scripts workers start from; the page's own list of resources has them.
      const listed = await page.evaluate(() =>
        performance.getEntriesByType('resource').map((entry) => ({
          name: entry.name,
          size: entry instanceof PerformanceResourceTiming ? entry.transferSize : 0,
        })),
      );
      const unseen = listed.filter(({ name }) => !seen.has(name));
      return unseen.reduce((sum, { size }) => sum + size, counted);
    },
    close: () => context.close(),
  };
}

export function visitOurs({ browser, addresses }: Bench): Promise<Visit> {
  return visit(browser, addresses.ours, async () => undefined);
}

export function visitBare({ browser, addresses, token }: Bench): Promise<Visit> {
  const bareTarget = { url: addresses.graphqlEndpoint, token };
  return visit(browser, addresses.bare, async (page) => {
    await page.addInitScript((target) => void Object.assign(globalThis, { bareTarget: target }), bareTarget);
  });
}

export const passwordField = (page: Page) => page.getByLabel('Password', { exact: true });

/** Signs in as fast as the page lets one; a click would first wait for the button to stand still. */
export async function signIn({ page }: Visit, { username, password }: Addresses): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
}

export const operationText = (page: Page) =>
  page.getByRole('region', { name: 'Operation Editor' }).locator('textarea').first();

/** Editor ready: it shows its text, is not covered, and a key that was pressed is seen in it. In ms since the navigation. */
export async function editorReady({ page }: Visit): Promise<number> {
  await page.waitForFunction(() => benchWatch.editorShown);
  await operationText(page).press(probe);
  const typed = await page.waitForFunction(() => benchWatch.editorTyped);
  return (await typed.jsonValue()) ?? Number.NaN;
}
