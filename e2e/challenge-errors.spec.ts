// What Cognito may refuse after the password, or in its place: codes, sessions, attributes, new passwords. Each of its messages
// stands verbatim beside words of ours, and what was typed stays. `sent`: see explained.ts.
import { demoTotpSecrets } from '../stand-in/demo/demo-people.ts';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { expect, password, test } from './app.ts';
import { askCognito } from './ask-cognito.ts';
import { appCode, otherCode, sentCode } from './codes.ts';
import { expectExplained, expectKept, refuseOnce, type Explained, type SentInstead } from './explained.ts';
import { challengeForm, keepConnection, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const newPassword = 'An0ther-passw0rd!';

test.describe('a password that is forgotten, a sign-up that waits', () => {
  const noCode: readonly ((Explained | SentInstead) & { readonly username: string })[] = [
    { username: 'nobody', awsSays: 'Username/client id combination not found.', what: /has no such user/ },
    { username: 'nina', awsSays: 'User password cannot be reset in the current state.', what: /cannot be reset/ },
    {
      username: 'ulla',
      awsSays: 'Cannot reset password for the user as there is no registered/verified email or phone_number',
      what: /cannot be reset with a code/,
    },
    {
      username: 'bob okafor',
      awsSays: String.raw`1 validation error detected: Value 'bob okafor' at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+`,
      what: /does not take one of the values/,
    },
    { username: 'alice', awsSays: 'Attempt limit exceeded, please try after some time.', what: /no further attempts/ },
    {
      username: 'carol',
      sent: 'CodeDeliveryFailureException',
      awsSays: 'The message was not sent.',
      what: /could not send/,
    },
  ];

  test('why no code comes, and why one does not do; what was typed stays', async ({ app, page, standIn }) => {
    const { legacyErrors: ClientId } = demoClientIds;
    await keepConnection(app.configFolder, standIn, { appClientId: ClientId });
    for (let sent = 0; sent < 5; sent += 1)
      await askCognito(standIn, 'ForgotPassword', { ClientId, Username: 'alice' });
    await app.open();
    const form = signInForm(page);
    const asked = challengeForm(page);
    for (const row of noCode) {
      await test.step(row.awsSays, async () => {
        if ('sent' in row) refuseOnce(standIn, 'ForgotPassword', row);
        await form.type(row.username, 'half a passw');
        await form.chooseWay('Forgot password');
        await expectExplained(form.failure, row);
        await expectKept(form, row.username, 'half a passw');
      });
    }

    await form.username.fill('carol');
    await form.chooseWay('Forgot password');
    await expect(asked.code).toBeFocused();
    await asked.code.fill(sentCode(standIn, 'carol'));
    await asked.newPassword.fill('a1');
    await asked.newPassword.press('Enter');
    await expectExplained(asked.failure, {
      awsSays:
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
      what: /cannot be a password of this pool/,
    });
    await expect(asked.newPassword).toHaveValue('a1');

    const usedBefore: SentInstead = {
      sent: 'PasswordHistoryPolicyViolationException',
      awsSays: 'Password has previously been used',
      what: /used before/,
    };
    refuseOnce(standIn, 'ConfirmForgotPassword', usedBefore);
    await asked.newPassword.fill(newPassword);
    await asked.newPassword.press('Enter');
    await expectExplained(asked.failure, usedBefore);
    await expect(asked.newPassword).toHaveValue(newPassword);

    standIn.levers.moveClock(61 * 60_000);
    await asked.newPassword.press('Enter');
    await expectExplained(asked.failure, {
      awsSays: 'Invalid code provided, please request a code again.',
      what: /too old/,
    });
    await expect(asked.code).toHaveValue(sentCode(standIn, 'carol'));
    await expect(asked.newPassword).toHaveValue(newPassword);
    await asked.back.click();
    await expectKept(form, 'carol', 'half a passw');

    await form.chooseWay('Confirm a sign-up');
    await asked.code.fill('123456');
    await asked.code.press('Enter');
    await expectExplained(form.failure, {
      awsSays: 'User cannot be confirmed. Current status is CONFIRMED',
      what: /confirmed already/,
    });
    await form.chooseWay('Confirm a sign-up');
    await page.getByRole('button', { name: 'Send another code' }).click();
    await expectExplained(form.failure, { awsSays: 'User is already confirmed.', what: /confirmed already/ });
    await expectKept(form, 'carol', 'half a passw');
  });
});

test('in the middle of a sign-in: codes, sessions and attributes that do not do', async ({ app, page, standIn }) => {
  await app.open();
  const form = signInForm(page);
  const asked = challengeForm(page);
  const answer = async (code: string) => {
    await asked.code.fill(code);
    await asked.code.press('Enter');
  };

  await test.step('codes of an authenticator app', async () => {
    const code = appCode(standIn, demoTotpSecrets.tom);
    await useUp(standIn, code);
    await form.send('tom', password);
    await answer(otherCode(code));
    await expectExplained(asked.failure, { awsSays: 'Invalid code received for user', what: /not the right one/ });
    await expect(asked.code).toHaveValue(otherCode(code));
    await answer(code);
    await expectExplained(asked.failure, {
      awsSays: 'Your software token has already been used once.',
      what: /used already/,
    });
    await expect(asked.code).toHaveValue(code);
    delete standIn.levers.user('tom').softwareToken;
    await answer('654321');
    await expectExplained(form.failure, {
      awsSays: 'Software Token MFA does not exist for the user.',
      what: /has not set up that second factor/,
    });
    await expectKept(form, 'tom', password);
  });

  await test.step('sessions', async () => {
    await form.send('mia', password);
    await expect(asked.code).toBeVisible();
    // Cognito took the code, and its answer got lost.
    standIn.levers.misbehave({ target: 'cognito', operation: 'RespondToAuthChallenge' }, { kind: 'cut' });
    await answer(sentCode(standIn, 'mia'));
    await expect(asked.failure).toContainText('broke off');
    await asked.code.press('Enter');
    await expectExplained(form.failure, {
      awsSays: 'Invalid session for the user, session can only be used once.',
      what: /answered already/,
    });
    await expectKept(form, 'mia', password);

    const unknown: SentInstead = {
      sent: 'NotAuthorizedException',
      awsSays: 'Invalid session for the user.',
      what: /does not know this sign-in/,
    };
    await form.submit.click();
    await expect(asked.code).toBeVisible();
    refuseOnce(standIn, 'RespondToAuthChallenge', unknown);
    await answer(sentCode(standIn, 'mia'));
    await expectExplained(form.failure, unknown);
    await expectKept(form, 'mia', password);
  });

  await test.step('attributes that were changed meanwhile', async () => {
    const nina = standIn.levers.user('nina');
    const attributes = { ...nina.attributes };
    const name = page.getByLabel('Name', { exact: true });
    await form.send('nina', password);
    await asked.newPassword.fill(newPassword);
    await name.fill('Nina Petrov');
    nina.attributes = { ...attributes, name: 'Nina' };
    await name.press('Enter');
    await expectExplained(asked.failure, {
      awsSays: 'Cannot modify an already provided name',
      what: /cannot be changed here/,
    });
    await expect(name).toHaveValue('Nina Petrov');
    nina.attributes = {};
    await name.press('Enter');
    await expectExplained(asked.failure, {
      awsSays: 'Invalid attributes given, email is missing',
      what: /required attribute is missing/,
    });
    await expect(name).toHaveValue('Nina Petrov');
    await expect(asked.newPassword).toHaveValue(newPassword);
  });
});

/** Tom signs in elsewhere with this code. */
async function useUp(standIn: StandIn, code: string): Promise<void> {
  const { default: ClientId } = demoClientIds;
  const AuthParameters = { USERNAME: 'tom', PASSWORD: password };
  const { Session } = await askCognito(standIn, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  });
  const ChallengeResponses = { USERNAME: 'tom', SOFTWARE_TOKEN_MFA_CODE: code };
  const ChallengeName = 'SOFTWARE_TOKEN_MFA';
  await askCognito(standIn, 'RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses });
}
