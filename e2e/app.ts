// The app as a person meets it: helper and stand-in of its own for every test, a browser page, and the page's doings by role
// and name. Fails a test whose page met an error or broke the security policy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { ensureBuilt } from '../server/build-app.ts';
import { builtPage } from '../server/built-page.ts';
import { startHelper, type Helper } from '../server/start.ts';
import { startStandIn, type StandIn } from '../stand-in/start.ts';

export interface App {
  readonly origin: string;
  readonly configFolder: string;
  readonly page: Page;
  readonly open: () => Promise<void>;
  /** Clicks one of the demo's people on the sign-in panel and waits for the editor. */
  readonly signInAs: (username: string) => Promise<void>;
  /** Adds another of them from the workbench. */
  readonly addIdentity: (username: string) => Promise<void>;
  /** Runs the tab's operation and waits for its answer. */
  readonly run: () => Promise<void>;
  readonly operationEditor: Locator;
  readonly response: Locator;
  readonly stamp: Locator;
  /** Puts a text in the place of what an editor holds, as a person pastes it. */
  readonly write: (editor: Locator, text: string) => Promise<void>;
  /** Ends the helper, as Ctrl-C does, while the page stays open. */
  readonly stopHelper: () => Promise<void>;
}

export const password = 'Passw0rd!';

interface Fixtures {
  standIn: StandIn;
  app: App;
  /** Messages a test expects in the console; others fail it. */
  expectedErrors: RegExp[];
}

export const test = base.extend<Fixtures>({
  // eslint-style empty pattern: Playwright reads the parameter's shape.
  // oxlint-disable-next-line no-empty-pattern
  standIn: async ({}, use) => {
    const standIn = await startStandIn();
    await use(standIn);
    await standIn.close();
  },
  expectedErrors: [[], { option: true }],
  app: async ({ page, standIn, expectedErrors }, use) => {
    const configFolder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-e2e-'));
    const helper = await startHelper({ pages: builtPage(await ensureBuilt()), configFolder, standIn });
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    await use(appIn(page, helper, configFolder));
    // What the page is still fetching when its test is over is no trouble of its own making.
    await page.close();
    await helper.close();
    await rm(configFolder, { recursive: true });
    expect(troubles.filter((trouble) => !expectedErrors.some((expected) => expected.test(trouble)))).toEqual([]);
  },
});

function appIn(page: Page, helper: Helper, configFolder: string): App {
  const { origin } = helper;
  const operationEditor = page.getByRole('region', { name: 'Operation Editor' });
  const response = page.getByRole('region', { name: 'Result Window' });
  const stamp = page.getByRole('status', { name: 'About this answer' });
  const choosePerson = (within: Page | Locator, username: string) =>
    within.getByRole('region', { name: 'The demo’s people' }).getByRole('button', { name: username }).click();
  return {
    page,
    origin,
    configFolder,
    operationEditor,
    response,
    stamp,
    open: async () => {
      await page.goto(origin);
    },
    signInAs: async (username) => {
      await choosePerson(page, username);
      await expect(operationEditor.locator('.view-lines')).toContainText(/\w/);
    },
    addIdentity: async (username) => {
      await page.getByRole('button', { name: 'Add identity' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add identity' });
      await choosePerson(dialog, username);
      await expect(dialog).toBeHidden();
    },
    run: async () => {
      await page.getByRole('button', { name: /Execute query/ }).click();
      await expect(stamp).toContainText(/HTTP|No answer|Stopped|Not sent/);
    },
    write: async (editor, text) => {
      await editor.locator('.view-lines').filter({ visible: true }).click();
      await page.keyboard.press('ControlOrMeta+A');
      // Monaco finds out what was put in by comparing: what both texts end with would stay.
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(text);
    },
    stopHelper: () => helper.close(),
  };
}

export { expect };
