// What is folded under "More ways in", and that a newcomer sees none of it; the sign-in as a command of the AWS CLI.
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { expect, test } from './app.ts';
import { holdEntryScript } from './entry-script.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a newcomer sees user name, password and Sign in; the rest unfolds when asked for', async ({ app, page }) => {
  await app.open();
  const form = signInForm(page);
  await expect(form.username).toBeVisible();
  await expect(page.locator('.sign-in-card input:visible')).toHaveCount(2);
  const ways = page.locator('.more-ways');
  await expect(ways).toBeHidden();
  await page.locator('summary', { hasText: 'More ways in' }).press('Enter');
  await expect(ways.getByRole('button')).toHaveText([
    /^Client secret/,
    /^Forgot password/,
    /^Confirm a sign-up/,
    /^Use a token.*Google, SAML or managed login/,
    /^Without signing in/,
    /^As AWS CLI/,
  ]);
  await page.locator('summary', { hasText: 'More ways in' }).press('Enter');
  await expect(ways).toBeHidden();
});

test('“More ways in” unfolded and “New connection” pressed before the script is alive are there when it is', async ({
  app,
  page,
}) => {
  const script = await holdEntryScript(page);
  await page.goto(app.origin, { waitUntil: 'commit' });
  await page.getByText('More ways in').click();
  await page.getByRole('button', { name: 'New connection' }).click();
  await script.asked;
  script.release();
  await page.getByRole('dialog', { name: 'New connection' }).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /^Use a token/ })).toBeVisible();
});

for (const { flow, special, command, says } of [
  {
    flow: 'SRP, which the CLI cannot do',
    special: {},
    command: (endpoint: string) =>
      `aws cognito-idp initiate-auth \\
  --region eu-west-1 \\
  --endpoint-url ${endpoint} \\
  --client-id ${demoClientIds.default} \\
  --auth-flow USER_PASSWORD_AUTH \\
  --auth-parameters '{"USERNAME":"o'\\''hara","PASSWORD":"<PASSWORD>"}'`,
    says: 'The AWS CLI cannot do SRP',
  },
  {
    flow: 'the admin flow with a secret',
    special: {
      authFlow: 'ADMIN_USER_PASSWORD_AUTH',
      appClientId: demoClientIds.adminWithSecret,
      hasClientSecret: true,
    },
    command: (endpoint: string) =>
      `aws cognito-idp admin-initiate-auth \\
  --region eu-west-1 \\
  --endpoint-url ${endpoint} \\
  --user-pool-id eu-west-1_Dem0Poo1x \\
  --client-id ${demoClientIds.adminWithSecret} \\
  --auth-flow ADMIN_USER_PASSWORD_AUTH \\
  --auth-parameters '{"USERNAME":"o'\\''hara","PASSWORD":"<PASSWORD>","SECRET_HASH":"<SECRET-HASH>"}'`,
    says: 'SECRET_HASH is printed by',
  },
] as const) {
  test(`as AWS CLI: the command of a connection for ${flow}`, async ({ app, page, standIn }) => {
    await keepConnection(app.configFolder, standIn, special);
    await app.open();
    const form = signInForm(page);
    await form.type('o’hara'.replace('’', "'"), 'not for the command');
    await form.chooseWay('As AWS CLI');
    const dialog = page.getByRole('dialog', { name: 'As AWS CLI' });
    await expect(dialog.getByRole('figure', { name: 'Command' }).locator('pre')).toHaveText(
      command(standIn.cognitoEndpoint),
      { useInnerText: true },
    );
    await expect(dialog).toContainText(says);
    await expect(dialog).not.toContainText('not for the command');
    await dialog.getByRole('button', { name: 'Copy: Command' }).click();
    await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command(standIn.cognitoEndpoint));
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: /^As AWS CLI/ })).toBeFocused();
  });
}
