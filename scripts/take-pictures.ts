// Takes the documentation's pictures from the app itself, on the demo, in both themes: `npm run pictures`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { ensureBuilt } from '../server/build-app.ts';
import { builtPage } from '../server/built-page.ts';
import { startHelper } from '../server/start.ts';
import { startStandIn } from '../stand-in/start.ts';
import { chromiumLaunch } from './find-chromium.ts';

const folder = 'docs/pictures';
const configFolder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-pictures-'));
const pages = builtPage(await ensureBuilt());
const browser = await chromium.launch(chromiumLaunch());
await mkdir(folder, { recursive: true });

const people = (page: Page) => page.getByRole('region', { name: 'The demo’s people' });
const run = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click();

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add identity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add identity' });
  await people(page).getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
}

for (const colorScheme of ['light', 'dark'] as const) {
  // A world of its own, since the last picture writes a post.
  const standIn = await startStandIn();
  const helper = await startHelper({ pages, configFolder, standIn });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme, locale: 'en-GB' });
  const take = async (name: string) => {
    await page.mouse.move(0, 0);
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, animations: 'disabled', caret: 'hide' });
  };
  const runAsAlice = async () => {
    await page.getByRole('list', { name: 'Identities' }).getByRole('button', { name: 'Run as alice' }).click();
    await run(page);
  };
  await page.goto(helper.origin);
  await people(page).waitFor();
  await take('sign-in');

  await people(page).getByRole('button', { name: 'carol' }).click();
  await add(page, 'alice');
  await run(page);
  await page.getByText('alice may not read').waitFor();
  await take('workbench');

  await add(page, 'bob');
  await add(page, 'erin');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByText('carol (admins) does.').waitFor();
  await take('compare');

  await page.getByRole('tab', { name: 'ListenForPosts' }).click();
  await runAsAlice();
  await page.getByText('Connected as alice').waitFor();
  await page.getByRole('tab', { name: 'WritePost' }).click();
  await runAsAlice();
  await page.getByRole('status', { name: 'About this answer' }).getByText('HTTP 200').waitFor();
  await page.getByRole('tab', { name: 'ListenForPosts' }).click();
  await page.getByText('AppSync fills an event').waitFor();
  await take('subscription');
  await page.close();
  await helper.close();
  await standIn.close();
}

await browser.close();
await rm(configFolder, { recursive: true });
