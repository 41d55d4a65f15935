// A look at the page as it stands: axe, and whether anything sticks out, once light and wide, once dark and narrow. Each theme and
// each width is seen once; a page load and a sign-in for each would see no more.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Not ours, and not to be changed from outside without forking. */
const othersDoing = [
  // GraphiQL puts the button that closes a tab inside the tab (nested-interactive).
  '.graphiql-tab',
];

async function violations(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // In the page itself: there are no frames here, for which it would open a page of its own each time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations: found } = await othersDoing.reduce((each, selector) => each.exclude(selector), builder).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  );
}

const looks = [
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const;

/** What is open stays open; the page is light and wide afterwards. */
export async function look(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    // oxlint-disable no-await-in-loop -- one after another: it is one page
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await violations(page), `${what}, ${colorScheme}, ${width} px wide`).toEqual([]);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(reach, `${what}, ${width} px wide: how far it reaches`).toBe(width);
  }
}
