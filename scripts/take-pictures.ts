// Takes the README's pictures from the app itself, on the demo, in both themes: `npm run pictures`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBuilt } from '../server/build-app.ts';
import { builtPage } from '../server/built-page.ts';
import { startHelper } from '../server/start.ts';
import { startStandIn } from '../stand-in/start.ts';
import { chromiumLaunch } from './find-chromium.ts';

const folder = 'docs/pictures';
const configFolder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-pictures-'));
const standIn = await startStandIn();
const helper = await startHelper({ pages: builtPage(await ensureBuilt()), configFolder, standIn });
const browser = await chromium.launch(chromiumLaunch());
await mkdir(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme, locale: 'en-GB' });
  await page.goto(helper.origin);
  const people = page.getByRole('region', { name: 'The demo’s people' });
  await people.waitFor();
  await page.screenshot({ path: `${folder}/sign-in-${colorScheme}.png` });
  await people.getByRole('button', { name: 'carol' }).click();
  await page.getByRole('button', { name: 'Add identity' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'alice' }).click();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText('alice may not read').waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: `${folder}/workbench-${colorScheme}.png` });
  await page.close();
}

await browser.close();
await helper.close();
await standIn.close();
await rm(configFolder, { recursive: true });
