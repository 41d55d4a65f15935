// ADMIN_USER_PASSWORD_AUTH in the page: the helper signs, and what AWS's access rules refuse is shown with the policy to ask for.
import { demoAccountId } from '../stand-in/demo/demo-iam.ts';
import { demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { sentCode } from './codes.ts';
import { challengeForm, keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/], permissions: ['clipboard-read', 'clipboard-write'] });

const adminFlow = { authFlow: 'ADMIN_USER_PASSWORD_AUTH', appClientId: demoClientIds.adminOnly } as const;

test('the helper signs for the sign-in, and the page never sees a key', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, adminFlow);
  const targets: (string | undefined)[] = [];
  page.on('request', (request) => targets.push(request.headers()['x-amz-target']));
  await app.open();
  await signInForm(page).send('bob', password);
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  expect(targets.filter((target) => target?.includes('Admin'))).toEqual([]);
});

test('a second factor and a client secret go the same way', async ({ app, page, standIn }) => {
  await keepConnection(app.configFolder, standIn, {
    ...adminFlow,
    appClientId: demoClientIds.adminWithSecret,
    hasClientSecret: true,
  });
  await app.open();
  const form = signInForm(page);
  await form.type('mia', password);
  await form.clientSecret.fill(demoClientSecret);
  await form.submit.click();
  const asked = challengeForm(page);
  await expect(asked.code).toBeFocused();
  await asked.code.fill(sentCode(standIn, 'mia'));
  await asked.code.press('Enter');
  await app.run();
  await expect(app.stamp).toContainText(/HTTP 200.*as.*mia/);
});

test('what IAM refuses comes with the missing action and the smallest policy, to copy', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, adminFlow);
  standIn.levers.principal('allowed').policy = { Version: '2012-10-17', Statement: [] };
  await app.open();
  const form = signInForm(page);
  await form.send('bob', password);
  await expect(form.failure).toContainText('cognito-idp:AdminInitiateAuth');
  await expect(form.failure.locator('q')).toContainText('is not authorized to perform: cognito-idp:AdminInitiateAuth');
  await form.failure.getByRole('button', { name: 'Copy: IAM policy' }).click();
  await expect(form.failure.getByRole('button', { name: 'Copied' })).toBeVisible();
  const policy: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(policy).toMatchObject({
    Statement: [
      { Effect: 'Allow', Resource: `arn:aws:cognito-idp:eu-west-1:${demoAccountId}:userpool/eu-west-1_Dem0Poo1x` },
    ],
  });
  await expect(form.password).toHaveValue(password);
});

test('the policy can be read and copied in the connection’s form before anything fails', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New connection' });
  const flows = dialog.getByRole('group', { name: 'Sign-in flow' });
  await expect(flows.getByRole('radio')).toHaveCount(4);
  for (const radio of await flows.getByRole('radio').all()) await expect(radio).toHaveAccessibleDescription(/ALLOW_/);
  await flows.getByRole('radio', { name: /^Admin/ }).check();
  const policy = dialog.getByRole('figure', { name: 'IAM policy' });
  await expect(policy).toBeHidden();
  await dialog.getByLabel('User pool id').fill('eu-west-1_AbC123dEf');
  await expect(policy).toContainText('"cognito-idp:AdminInitiateAuth"');
  await expect(policy).toContainText('arn:aws:cognito-idp:eu-west-1:<ACCOUNT-ID>:userpool/eu-west-1_AbC123dEf');
  await policy.getByRole('button', { name: 'Copy: IAM policy' }).click();
  await expect(policy.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toHaveProperty('Statement');
});
