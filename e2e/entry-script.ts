// The time before the page is alive: its own script is kept back.
import type { Page } from '@playwright/test';

export interface HeldScript {
  readonly asked: Promise<unknown>;
  readonly release: () => void;
}

/** Kept back until released. Before the page is opened. */
export async function holdEntryScript(page: Page): Promise<HeldScript> {
  const entry = /\/assets\/index-[^/]+\.js$/;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest(entry);
  await page.route(entry, async (route) => {
    await released;
    await route.continue();
  });
  return { asked, release: () => release() };
}
