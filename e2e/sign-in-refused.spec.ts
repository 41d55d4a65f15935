// Sign-ins that fail: AWS's message verbatim, beside it what happened, why probably, what to do; what was typed stays.
import type { Fault } from '../stand-in/faults.ts';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import { expect, password, test } from './app.ts';
import { expectExplained, expectKept, type Explained } from './explained.ts';
import { keepConnection, keepConnections, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const wrong = 'Wr0ng-passw0rd!';

interface Refusal extends Required<Explained> {
  readonly of: string;
  readonly connection?: { appClientId?: string; userPoolId?: string };
  readonly username: string;
  readonly password: string;
}

const refusals: readonly Refusal[] = [
  {
    of: 'a wrong password',
    username: 'bob',
    password: wrong,
    awsSays: 'Incorrect username or password.',
    what: /did not accept this user name with this password/,
    why: /mistyped/,
    next: /Type both again/,
  },
  {
    of: 'a user nobody knows, where the pool does not tell',
    username: 'nobody',
    password,
    awsSays: 'Incorrect username or password.',
    what: /did not accept this user name with this password/,
    why: /not in this pool/,
    next: /check that the user belongs to eu-west-1_Dem0Poo1x/,
  },
  {
    of: 'a user nobody knows, where the pool tells',
    connection: { appClientId: demoClientIds.legacyErrors },
    username: 'nobody',
    password,
    awsSays: 'User does not exist.',
    what: /eu-west-1_Dem0Poo1x has no such user/,
    why: /mistyped/,
    next: /Check the name/,
  },
  {
    of: 'a disabled user',
    username: 'dora',
    password,
    awsSays: 'User is disabled.',
    what: /This user is disabled/,
    why: /administrator/,
    next: /Ask an administrator/,
  },
  {
    of: 'a user who was never confirmed',
    username: 'ulla',
    password,
    awsSays: 'User is not confirmed.',
    what: /has not been confirmed/,
    why: /nobody entered the code/,
    next: /confirm-sign-up/,
  },
  {
    of: 'a user whose password must be reset',
    username: 'rita',
    password,
    awsSays: 'Password reset required for the user',
    what: /must reset the password/,
    why: /administrator asked for it/,
    next: /Have a code sent/,
  },
  {
    of: 'an app client that does not exist',
    connection: { appClientId: '9nosuchclient000000000clie' },
    username: 'bob',
    password,
    awsSays: 'User pool client 9nosuchclient000000000clie does not exist.',
    what: /has no app client 9nosuchclient000000000clie/,
    why: /mistyped or deleted/,
    next: /Check both ids/,
  },
  {
    of: 'another pool than the app client’s',
    connection: { userPoolId: 'eu-west-1_An0therP1' },
    username: 'bob',
    password,
    awsSays: 'Incorrect username or password.',
    what: /did not accept this user name with this password/,
    why: /not in this pool/,
    next: /belongs to eu-west-1_An0therP1/,
  },
  {
    of: 'a flow the app client does not allow',
    connection: { appClientId: demoClientIds.passwordOnly },
    username: 'bob',
    password,
    awsSays: 'USER_SRP_AUTH flow not enabled for this client',
    what: /does not allow USER_SRP_AUTH/,
    why: /not ticked/,
    next: /Choose USER_PASSWORD_AUTH/,
  },
  {
    of: 'an app client with a secret',
    connection: { appClientId: demoClientIds.withSecret },
    username: 'bob',
    password,
    awsSays: `Client ${demoClientIds.withSecret} is configured with secret but SECRET_HASH was not received`,
    what: /has a secret, and none was sent/,
    why: /client secret/,
    next: /one without a secret/,
  },
];

test('whatever is refused is explained, and what was typed stays', async ({ app, page, standIn }) => {
  await keepConnections(
    app.configFolder,
    standIn,
    refusals.map(({ of, connection }, nth) => ({ id: `of-${nth}`, name: of, ...connection })),
  );
  await app.open();
  const form = signInForm(page);
  for (const refusal of refusals) {
    await test.step(refusal.of, async () => {
      await page.getByRole('combobox', { name: 'Connection' }).selectOption(refusal.of);
      await form.send(refusal.username, refusal.password);
      await expectExplained(form.failure, refusal);
      await expectKept(form, refusal.username, refusal.password);
    });
  }
});

test('a failure that only the connection can mend leads to its settings', async ({ app, standIn }) => {
  await keepConnection(app.configFolder, standIn, { appClientId: demoClientIds.passwordOnly });
  await app.open();
  const form = signInForm(app.page);
  await form.send('bob', password);
  await form.failure.getByRole('button', { name: 'Edit the connection' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Edit connection' });
  await dialog.getByRole('radio', { name: /^Password/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expectKept(form, 'bob', password);
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
});

test('five wrong passwords lock the user out for a while, even with the right one', async ({ app, standIn }) => {
  await app.open();
  const form = signInForm(app.page);
  for (let failures = 1; failures <= 5; failures += 1) {
    await form.send('bob', `${wrong}${failures}`);
    await expect(form.failure.locator('q')).toHaveText('Incorrect username or password.');
    await expectKept(form, 'bob', `${wrong}${failures}`);
  }
  // The first lockout lasts one second: too short for a slow machine, so it begins a minute from now.
  standIn.levers.moveClock(-60_000);
  await form.send('bob', password);
  await expectExplained(form.failure, {
    awsSays: 'Password attempts exceeded',
    what: /takes no password for this user at the moment/,
    why: /After five failed attempts/,
    next: /Wait up to 15 minutes/,
  });
  await expectKept(form, 'bob', password);
  standIn.levers.moveClock(180_000);
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
});

const faults: readonly (readonly [of: string, fault: Fault, what: string])[] = [
  ['no answer at all', { kind: 'drop' }, 'could not be reached.'],
  [
    'a web page',
    { kind: 'answer', status: 200, body: '<!doctype html><title>Log in to the Wi-Fi</title>' },
    'answered with a web page, not as Cognito.',
  ],
  [
    'a 502 of a proxy',
    { kind: 'answer', status: 502, body: '<html><body>502 Bad Gateway</body></html>' },
    'answered with HTTP 502, and not in Cognito’s form.',
  ],
  [
    'an empty body',
    { kind: 'answer', status: 200, body: '', contentType: 'application/x-amz-json-1.1' },
    'answered with nothing.',
  ],
  ['a body that is cut', { kind: 'cut' }, 'broke off.'],
  ['a redirect', { kind: 'redirect', location: 'https://example.com/' }, 'wanted to send the request elsewhere.'],
  ['20 MB', { kind: 'flood', bytes: 20_000_000 }, 'answered with far more than Cognito ever sends.'],
];

test('whatever answers in Cognito’s place is told in a sentence, and the form stays', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  const form = signInForm(page);
  for (const [of, fault, what] of faults) {
    await test.step(of, async () => {
      const set = standIn.levers.misbehave({ target: 'cognito', times: 'every' }, fault);
      await form.send('bob', password);
      await expect(form.failure).toHaveCount(1);
      await expect(form.failure).toContainText(what);
      await expect(form.failure).toContainText(new URL(standIn.origin).host);
      await expect(form.failure.locator('p')).toHaveCount(3);
      await expectKept(form, 'bob', password);
      set.remove();
    });
  }
  await form.submit.click();
  await app.run();
  await expect(app.stamp).toContainText(/as.*bob/);
});
