// The main job: open localhost, sign in, explore as that user, then as another.
import { expect, test } from './app.ts';

test('three clicks give a first answer, stamped with who asked', async ({ app }) => {
  await app.open();
  await app.signInAs('alice');
  await app.run();
  await expect(app.response).toContainText('"salary": null');
  await expect(app.stamp).toContainText(/HTTP 200.*ms.*kB.*as.*alice.*ID token, editors.*request [0-9a-f-]+/);
  await expect(app.page.getByText('alice may not read Author.salary')).toBeVisible();
});

test('another user is a choice away: the editors stay as they are and the schema is not read again', async ({
  app,
  standIn,
}) => {
  await app.open();
  await app.signInAs('bob');
  await app.run();
  await expect(app.response).toContainText('"salary": null');
  await app.operationEditor.locator('.view-lines').click();
  await app.page.keyboard.press('ControlOrMeta+End');
  await app.page.keyboard.type('# mine');

  await app.addIdentity('carol');
  await app.run();
  await expect(app.stamp).toContainText(/as.*carol.*admins/);
  await expect(app.response).toContainText(/"salary":\s\d/);
  await expect(app.operationEditor).toContainText('# mine');

  await app.page.getByRole('button', { name: 'Run as carol' }).last().click();
  await app.page.getByRole('menuitemradio', { name: /bob/ }).click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob.*readers/);
  await expect(app.operationEditor).toContainText('# mine');
  const introspections = standIn.levers.requests.filter(({ operation }) => operation === 'IntrospectionQuery');
  expect(introspections).toHaveLength(1);
});
