// What Cognito may refuse at the door beside the commonest (sign-in-refused.spec.ts): each of its messages stands verbatim beside
// words of ours, and what was typed stays. Where the stand-in comes to a refusal by itself, it does; `sent` marks the others,
// whose cause lies outside it: a firewall, a broken trigger.
import { demoMfaPool, demoMfaPoolId } from '../stand-in/demo/demo-mfa-pool.ts';
import { appClient, demoClientIds, demoClientSecret } from '../stand-in/demo/demo-pool.ts';
import { demoWorld } from '../stand-in/demo-world.ts';
import { startStandIn } from '../stand-in/start.ts';
import { expect, password, test } from './app.ts';
import { expectExplained, expectKept, refuseOnce, type SentInstead } from './explained.ts';
import { keepConnection, keepConnections, signInForm } from './sign-in-form.ts';

// Chromium writes every answer that is not a success to the console.
test.use({ expectedErrors: [/^Failed to load resource/] });

const atTheDoor: readonly SentInstead[] = [
  {
    sent: 'NotAuthorizedException',
    awsSays: 'Unable to login because of security reasons',
    what: /threat protection blocked/,
  },
  { sent: 'InvalidParameterException', awsSays: 'Initiate Auth method not supported.', what: /does not take the flow/ },
  { sent: 'InvalidParameterException', awsSays: 'Missing required parameter USERNAME', what: /was left empty/ },
  {
    sent: 'InvalidParameterException',
    awsSays: `Client ${demoClientIds.default} is not configured for secret but secret hash was received`,
    what: /has no secret, and a secret hash was sent/,
  },
  { sent: 'ForbiddenException', awsSays: 'Request not allowed due to WAF block', what: /firewall.*refused/ },
  {
    sent: 'UserLambdaValidationException',
    awsSays: 'PreAuthentication failed with error Not from this office.',
    what: /trigger of the pool refused/,
  },
  { sent: 'UnexpectedLambdaException', awsSays: 'PreAuthentication invocation failed', what: /trigger.*is broken/ },
  { sent: 'InvalidLambdaResponseException', awsSays: 'Unrecognizable lambda output', what: /trigger.*is broken/ },
  { sent: 'TooManyRequestsException', awsSays: 'Rate exceeded', what: /throttling/ },
  { sent: 'TooManyRequestsException', awsSays: 'Too many requests', what: /throttling/ },
  { sent: 'CodeDeliveryFailureException', awsSays: 'The text message was not sent.', what: /could not send the code/ },
  {
    sent: 'InvalidSmsRoleAccessPolicyException',
    awsSays: 'The role may not publish.',
    what: /could not send the code/,
  },
  { sent: 'InvalidEmailRoleAccessPolicyException', awsSays: 'The role may not send.', what: /could not send the code/ },
  { sent: 'InternalErrorException', awsSays: 'Something went wrong.', what: /internal error/ },
];

test('at the door, for causes of the pool’s own: each is explained, and the form stays as it was', async ({
  app,
  page,
  standIn,
}) => {
  await app.open();
  const form = signInForm(page);
  await form.type('erin', password);
  for (const row of atTheDoor) {
    await test.step(`${row.sent}: ${row.awsSays}`, async () => {
      refuseOnce(standIn, 'InitiateAuth', row);
      await form.submit.click();
      await expectExplained(form.failure, row);
      await expectKept(form, 'erin', password);
    });
  }
  standIn.levers.user('erin').status = 'EXTERNAL_PROVIDER';
  await form.submit.click();
  await expectExplained(form.failure, {
    awsSays: 'User is not authorized to get auth details.',
    what: /cannot sign in with a password/,
  });
  await expectKept(form, 'erin', password);
});

/** The demo's world, with a pool whose app client allows CUSTOM_AUTH, and which nobody has given triggers. */
const withoutTriggers = { userPoolId: 'eu-west-1_N0Tr1gger', appClientId: '2nocustomtriggers00000clie' };
function worldWithoutTriggers() {
  const world = demoWorld();
  const client = appClient({
    id: withoutTriggers.appClientId,
    name: 'no-triggers',
    explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'],
  });
  return { ...world, pools: [...world.pools, { ...demoMfaPool(), id: withoutTriggers.userPoolId, clients: [client] }] };
}

test.describe('where the connection does not fit the app client or the pool', () => {
  test.use({
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    standIn: async ({}, use) => {
      const standIn = await startStandIn({ world: worldWithoutTriggers() });
      await use(standIn);
      await standIn.close();
    },
  });

  const misfits = [
    {
      name: 'SRP only',
      special: { appClientId: demoClientIds.srpOnly, authFlow: 'USER_PASSWORD_AUTH' },
      awsSays: 'USER_PASSWORD_AUTH flow not enabled for this client',
      what: /does not allow USER_PASSWORD_AUTH/,
    },
    {
      name: 'No custom flow',
      special: { authFlow: 'CUSTOM_AUTH' },
      awsSays: 'CUSTOM_AUTH flow not enabled for this client',
      what: /does not allow CUSTOM_AUTH/,
    },
    {
      name: 'No triggers',
      special: { ...withoutTriggers, authFlow: 'CUSTOM_AUTH' },
      awsSays: 'Custom auth lambda trigger is not configured for the user pool.',
      what: /no triggers for custom authentication/,
    },
    {
      name: 'No admin flow',
      special: { authFlow: 'ADMIN_USER_PASSWORD_AUTH' },
      awsSays: 'Auth flow not enabled for this client',
      what: /does not allow ADMIN_USER_PASSWORD_AUTH/,
    },
    {
      name: 'No such pool',
      special: { authFlow: 'ADMIN_USER_PASSWORD_AUTH', userPoolId: 'eu-west-1_N0SuchP00' },
      awsSays: 'User pool eu-west-1_N0SuchP00 does not exist.',
      what: /has no user pool eu-west-1_N0SuchP00/,
    },
    {
      name: 'Another pool',
      special: { authFlow: 'ADMIN_USER_PASSWORD_AUTH', userPoolId: demoMfaPoolId },
      awsSays: `User pool client ${demoClientIds.default} does not exist in user pool ${demoMfaPoolId}.`,
      what: /has no app client 4demo/,
    },
  ] as const;

  test('each is explained, and what was typed goes along from connection to connection', async ({
    app,
    page,
    standIn,
  }) => {
    await keepConnections(
      app.configFolder,
      standIn,
      misfits.map(({ name, special }) => ({ id: name.replaceAll(' ', '-').toLowerCase(), name, ...special })),
    );
    await app.open();
    const form = signInForm(page);
    await form.type('max', password);
    for (const { name, ...row } of misfits) {
      await test.step(name, async () => {
        await page.getByRole('combobox', { name: 'Connection' }).selectOption(name);
        await form.submit.click();
        await expectExplained(form.failure, row);
        await expect(form.failure.getByRole('button', { name: 'Edit the connection' })).toBeVisible();
        await expectKept(form, 'max', password);
      });
    }
  });
});

test('a temporary password that was not used in time, and a secret that is not the right one', async ({
  app,
  page,
  standIn,
}) => {
  await keepConnection(app.configFolder, standIn, {
    appClientId: demoClientIds.withSecret,
    hasClientSecret: true,
    authFlow: 'USER_PASSWORD_AUTH',
  });
  await app.open();
  const form = signInForm(page);
  await form.clientSecret.fill('a-wrong-secret');
  await form.send('nina', password);
  await expectExplained(form.failure, {
    awsSays: `Unable to verify secret hash for client ${demoClientIds.withSecret}`,
    what: /client secret is not the right one/,
  });
  await expectKept(form, 'nina', password);
  await expect(form.clientSecret).toHaveValue('a-wrong-secret');

  standIn.levers.moveClock(8 * 24 * 3600_000);
  await form.clientSecret.fill(demoClientSecret);
  await form.submit.click();
  await expectExplained(form.failure, {
    awsSays: 'Temporary password has expired and must be reset by an administrator.',
    what: /temporary password has expired/,
  });
  await expectKept(form, 'nina', password);
});
