// A user pool that tracks devices: the page is made known at the first sign-in, named with every renewal, and proves itself at
// the next sign-in. What is asked of Cognito tells it.
import { demoDeviceClientId, demoDevicePoolId } from '../stand-in/demo/demo-device-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, password, test } from './app.ts';
import { keepConnection, signInForm } from './sign-in-form.ts';

test.use({ expectedErrors: [/^Failed to load resource/] });

/** The operations that Cognito has been asked, without the preflights. */
const asked = ({ levers }: StandIn, since = 0) =>
  levers.requests
    .slice(since)
    .filter(({ target, method }) => target === 'cognito' && method === 'POST')
    .map(({ operation }) => operation);

test('a page is a device: made known, named with a renewal, and proved at the next sign-in', async ({
  app,
  standIn,
}) => {
  const { page } = app;
  await keepConnection(app.configFolder, standIn, { userPoolId: demoDevicePoolId, appClientId: demoDeviceClientId });
  await app.open();
  await signInForm(page).send('vera', password);
  const more = page.getByRole('button', { name: 'More for vera' });
  await expect(more).toBeVisible();
  expect(asked(standIn)).toEqual(['InitiateAuth', 'RespondToAuthChallenge', 'ConfirmDevice']);

  await more.click();
  await page.getByRole('menuitem', { name: 'Renew the tokens now' }).click();
  await expect(page.getByText('The tokens of vera are renewed.')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await more.click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText(/^vera is signed out, and the session is revoked/)).toBeVisible();

  const since = standIn.levers.requests.length;
  await signInForm(page).send('vera', password);
  await expect(more).toBeVisible();
  expect(asked(standIn, since)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ]);

  await more.click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  standIn.levers.forgetDevices('vera');
  const afterwards = standIn.levers.requests.length;
  await signInForm(page).send('vera', password);
  await expect(more).toBeVisible();
  expect(asked(standIn, afterwards).at(-1)).toBe('ConfirmDevice');
});
