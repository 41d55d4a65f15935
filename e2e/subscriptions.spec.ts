// Subscriptions as a person meets them: events where the answer stood, several tabs at once, and what goes wrong, in words.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { StandIn } from '../stand-in/start.ts';
import { expect, test, type App } from './app.ts';
import { look } from './axe.ts';
import { chooseRunAs, runButton, tab } from './workbench-parts.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const stopButton = (page: Page) => page.getByRole('button', { name: /^Stop subscription/ });
const view = (page: Page, operation: string) => page.getByRole('region', { name: `Events of ${operation}` });
const rows = (page: Page, operation: string) => view(page, operation).getByRole('listitem');
const pane = (page: Page) => page.getByRole('region', { name: 'Events', exact: true });
const post = (id: string) => ({ id, title: `Post ${id}`, owner: 'alice', createdAt: '2026-02-28T10:00:00Z' });

async function listenAs(app: App, username: string): Promise<void> {
  await app.open();
  await app.signInAs(username);
  await tab(app.page, 'ListenForPosts').click();
  await runButton(app.page).click();
  await expect(view(app.page, 'ListenForPosts').getByText(`Connected as ${username}`)).toBeVisible();
}

const frame = (standIn: StandIn, type: string) =>
  standIn.levers.realtime().nextFrame((each) => each.from === 'client' && each.type === type);

test('a mutation’s event is listed with who received it, its null is explained, and Stop ends it at AppSync', async ({
  app,
  page,
  standIn,
}) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await listenAs(app, 'alice');
  await expect(view(page, 'ListenForPosts')).toContainText('No event yet');
  await tab(page, 'WritePost').click();
  await expect(runButton(page)).toBeVisible();
  await app.run();
  await tab(page, 'ListenForPosts').click();
  await expect(rows(page, 'ListenForPosts')).toHaveCount(1);
  await expect(rows(page, 'ListenForPosts')).toContainText(/\d\d:\d\d:\d\d.*alice.*Fog, and what to do in it.*B$/);
  await expect(app.response).toContainText('Fog, and what to do in it');
  await expect(view(page, 'ListenForPosts')).toContainText(/publishedAt is null here.*mutation’s selection set/);

  // The keyboard goes the way the eye does: from the list down to the latest event.
  await rows(page, 'ListenForPosts').getByRole('button').focus();
  await page.keyboard.press('Tab');
  await expect(app.response).toBeFocused();

  await rows(page, 'ListenForPosts').getByRole('button').click();
  await view(page, 'ListenForPosts').getByRole('button', { name: 'Copy this event' }).click();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as object;
  expect(copied).toHaveProperty('data.onCreatePost.owner', 'alice');

  const stopped = frame(standIn, 'stop');
  await stopButton(page).click();
  await stopped;
  await expect(view(page, 'ListenForPosts').getByText('Stopped')).toBeVisible();
  await expect(rows(page, 'ListenForPosts')).toHaveCount(1);
  await expect(app.response).toContainText('Fog, and what to do in it');
  await expect(runButton(page)).toBeVisible();
  // The token went by the subprotocol.
  expect(sockets).toEqual([`${standIn.origin.replace('http', 'ws')}/graphql/realtime`]);
});

test('several tabs listen at once: a change of tab stops none, and a closed tab its own', async ({
  app,
  page,
  standIn,
}) => {
  await listenAs(app, 'alice');
  await app.addIdentity('bob');
  await page.getByRole('button', { name: 'New tab' }).click();
  await app.write(app.operationEditor, 'subscription AsBob { onCreatePost { id title } }');
  await chooseRunAs(page, /bob/);
  await runButton(page).click();
  await expect(view(page, 'AsBob').getByText('Connected as bob')).toBeVisible();
  expect(standIn.levers.realtime().publish('onCreatePost', post('1'))).toBe(2);
  await expect(rows(page, 'AsBob')).toContainText('bob');

  await page.getByRole('button', { name: 'Show Events' }).click();
  await expect(pane(page)).toContainText('2 tabs listen');
  const together = pane(page).getByRole('list', { name: /^Events of all tabs/ });
  await expect(together.getByRole('listitem')).toHaveCount(2);
  await expect(together).toContainText('ListenForPosts');
  await pane(page).getByRole('button', { name: 'Go to its tab' }).click();
  await expect(rows(page, 'ListenForPosts')).toHaveCount(1);
  await expect(stopButton(page)).toBeVisible();
  await tab(page, 'WhoAmI').click();
  await expect(runButton(page)).toBeVisible();

  const stopped = frame(standIn, 'stop');
  await tab(page, 'AsBob').click();
  await page.getByRole('button', { name: 'Close Tab' }).last().click();
  await stopped;
  await expect(pane(page)).toContainText('One tab listens');
  expect(standIn.levers.realtime().publish('onCreatePost', post('2'))).toBe(1);

  // Stop from the pane, and Ctrl-Enter as the other way.
  await pane(page).getByRole('button', { name: 'Stop ListenForPosts' }).click();
  await expect(pane(page)).toContainText('No tabs listen');
});

test('Ctrl-Enter stops what it started, and the tab’s next operation takes the place', async ({
  app,
  page,
  standIn,
}) => {
  await listenAs(app, 'carol');
  const stopped = frame(standIn, 'stop');
  await app.operationEditor.locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await stopped;
  await expect(view(page, 'ListenForPosts').getByText('Stopped')).toBeVisible();
  await app.write(app.operationEditor, '{ about { name } }');
  await app.run();
  await expect(app.response).toContainText('Low Water');
  await expect(view(page, 'ListenForPosts')).toBeHidden();
});

test('a dropped connection is told, opened again, and leaves a gap in the list', async ({ app, page, standIn }) => {
  await listenAs(app, 'alice');
  const levers = standIn.levers.realtime();
  levers.publish('onCreatePost', post('1'));
  await expect(rows(page, 'ListenForPosts')).toHaveCount(1);
  const closing = levers.misbehave({ kind: 'close' }, 'every');
  levers.connections[0]?.drop();
  await expect(view(page, 'ListenForPosts')).toContainText(/Reconnecting in \d+ s: the endpoint closed the connection/);
  await expect(stopButton(page)).toBeVisible();
  closing.remove();
  await view(page, 'ListenForPosts').getByRole('button', { name: 'Try now' }).click();
  await expect(view(page, 'ListenForPosts').getByText('Connected as alice')).toBeVisible();
  await expect(rows(page, 'ListenForPosts').last()).toContainText('Events of this time may be missing here');
  levers.publish('onCreatePost', post('2'));
  await expect(rows(page, 'ListenForPosts').last()).toContainText('Post 2');
});

test('an expired token is replaced, and the person reads on', async ({ app, page, standIn }) => {
  await listenAs(app, 'alice');
  standIn.levers.api().settings.endsExpiredSubscriptions = true;
  const again = frame(standIn, 'start');
  standIn.levers.expireTokens();
  standIn.levers.realtime().publish('onCreatePost', post('1'));
  await again;
  await expect(view(page, 'ListenForPosts').getByText('Connected as alice')).toBeVisible();
  await expect(view(page, 'ListenForPosts')).toContainText('Events of this time may be missing here');
  await expect.poll(() => standIn.levers.realtime().publish('onCreatePost', post('2'))).toBe(1);
  await expect(view(page, 'ListenForPosts')).toContainText('Post 2');
});

test('a refusal is explained beside AppSync’s words, and who signs out hears no more', async ({
  app,
  page,
  standIn,
}) => {
  await listenAs(app, 'bob');
  await page.getByRole('button', { name: 'New tab' }).click();
  await app.write(app.operationEditor, 'subscription Gone { onDeletePost { id } }');
  await runButton(page).click();
  await expect(view(page, 'Gone')).toContainText('bob may not subscribe to this field.');
  await expect(view(page, 'Gone')).toContainText('Not Authorized to access onDeletePost on type Subscription');
  await expect(app.response).toContainText('"errorType"');
  await expect(runButton(page)).toBeVisible();

  await app.addIdentity('carol');
  const stopped = frame(standIn, 'stop');
  await page.getByRole('button', { name: 'More for bob' }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await stopped;
  await tab(page, 'ListenForPosts').click();
  await expect(view(page, 'ListenForPosts')).toContainText('Ended: bob is no longer here');
});

test('hundreds of events: filtered, held still, cleared and taken away', async ({ app, page, standIn }) => {
  await listenAs(app, 'alice');
  const levers = standIn.levers.realtime();
  const burst = (from: number) =>
    levers.burst('onCreatePost', { count: 300, perSecond: 2000, eventOf: (place) => post(String(from + place)) });
  await burst(1000);
  const list = view(page, 'ListenForPosts');
  await expect(list.getByText('300 events', { exact: true })).toBeVisible();
  await expect(app.response).toContainText('1299');
  await expect(list.getByRole('list')).toContainText('Post 1299');

  await list.getByRole('searchbox', { name: 'Filter events' }).fill('POST 120');
  await expect(list).toContainText('10 shown');
  const download = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Download' }).click();
  const file = await (await download).path();
  const saved = JSON.parse(await readFile(file, 'utf8')) as { as: string; event: object }[];
  expect(saved).toHaveLength(10);
  expect(saved[0]).toMatchObject({ as: 'alice', operation: 'ListenForPosts' });
  expect(saved[0]?.event).toHaveProperty('data.onCreatePost.title', 'Post 1200');

  await list.getByRole('searchbox', { name: 'Filter events' }).fill('');
  await list.getByRole('button', { name: 'Pause' }).click();
  await burst(2000);
  await expect(list).toContainText('600 events');
  await expect(list).toContainText('paused, 300 more since');
  await expect(list.getByRole('list')).not.toContainText('Post 2299');
  await list.getByRole('button', { name: 'Go on' }).click();
  await expect(list.getByRole('list')).toContainText('Post 2299');
  await list.getByRole('button', { name: 'Clear' }).click();
  await expect(list).toContainText('No event yet');
});

test('events under axe, in the answer’s place and in the pane', async ({ app, page, standIn }) => {
  await listenAs(app, 'alice');
  standIn.levers.realtime().publish('onCreatePost', post('1'));
  await rows(page, 'ListenForPosts').getByRole('button').click();
  await page.getByRole('button', { name: 'Show Events' }).click();
  await expect(pane(page).getByRole('listitem').last()).toContainText('Post 1');
  await look(page, 'events');
});
