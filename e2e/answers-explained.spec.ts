// What is said beside an answer: once for many of the same, with a way to each place, and never so high that the answer has no room.
import { expect, test } from './app.ts';

test('five refused fields are one line, which leads to each of them in the answer and to the field in the operation', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await app.signInAs('bob');
  await app.run();
  const said = page.getByRole('status', { name: 'What went wrong' });
  await expect(said).toContainText(/bob may not read Author\.salary\.\s*5 times/);
  await said.getByRole('button', { name: 'Show in the answer' }).click();
  await expect(app.response.locator('.selected-text').first()).toBeVisible();
  await expect(said.getByText('posts.items.0.author.salary')).toBeVisible();
  await said.getByRole('button', { name: 'Next in the answer, 2 of 5' }).click();
  await expect(said.getByText('posts.items.1.author.salary')).toBeVisible();
  await said.getByRole('button', { name: 'Show in the operation' }).click();
  await expect(app.operationEditor.locator('.selected-text').first()).toBeVisible();
  const height = (await said.boundingBox())?.height ?? 0;
  expect(height).toBeLessThan(800 * 0.3);
});
