// What comes back to an operation, the wrong answers above all: shown as it came, with a sentence, and no blank page.
import type { Fault } from '../stand-in/faults.ts';
import { expect, test } from './app.ts';
import { runButton } from './workbench-parts.ts';

// Many runs in each of these.
test.describe.configure({ timeout: 60_000 });

interface WrongAnswer {
  readonly what: string;
  readonly fault: Fault;
  readonly sentence: string;
  readonly stamp: RegExp;
  readonly shown?: RegExp;
}

const wrongAnswers: readonly WrongAnswer[] = [
  {
    what: 'a web page',
    fault: { kind: 'answer', status: 200, body: '<html><body>Welcome ashore</body></html>' },
    sentence: 'The endpoint answered with a web page, not with JSON.',
    stamp: /HTTP 200.*40 B/,
    shown: /Welcome\sashore/,
  },
  {
    what: 'a 502 of a gateway',
    fault: { kind: 'answer', status: 502, body: '<h1>Bad gateway</h1>' },
    sentence: 'The endpoint answered with a web page, not with JSON.',
    stamp: /HTTP 502/,
    shown: /Bad\sgateway/,
  },
  {
    what: 'a 502 in JSON',
    fault: { kind: 'answer', status: 502, body: '{"message":"Internal"}', contentType: 'application/json' },
    sentence: 'The endpoint answered with an error of its own.',
    stamp: /HTTP 502/,
    shown: /Internal/,
  },
  {
    what: 'an empty body',
    fault: { kind: 'answer', status: 200, body: '' },
    sentence: 'The endpoint answered with an empty body.',
    stamp: /HTTP 200.*0 B/,
  },
  {
    what: 'text that is not JSON',
    fault: { kind: 'answer', status: 200, body: 'upstream "timed" out', contentType: 'application/json' },
    sentence: 'The endpoint did not answer with JSON.',
    stamp: /HTTP 200/,
    shown: /upstream\s"timed"\sout/,
  },
  {
    what: 'JSON that is no object',
    fault: { kind: 'answer', status: 200, body: '42', contentType: 'application/json' },
    sentence: 'The endpoint did not answer with JSON.',
    stamp: /HTTP 200/,
    shown: /42/,
  },
  {
    what: 'half a body',
    fault: { kind: 'cut' },
    sentence: 'The answer broke off half way.',
    stamp: /No answer after/,
  },
  {
    what: 'throttling',
    fault: { kind: 'error', type: 'TooManyRequestsException', message: 'Rate exceeded', status: 429 },
    sentence: 'AppSync is throttling this API.',
    stamp: /HTTP 429/,
    shown: /Rate\sexceeded/,
  },
];

test.describe('an answer gone wrong', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  test.beforeEach(async ({ app }) => {
    await app.open();
    await app.signInAs('bob');
  });

  test('is shown as it came, with a sentence, whatever it is', async ({ app, standIn }) => {
    test.setTimeout(90_000);
    for (const { what, fault, sentence, stamp, shown } of wrongAnswers) {
      // oxlint-disable-next-line no-await-in-loop -- one run after another in the same tab
      await test.step(what, async () => {
        standIn.levers.misbehave({ target: 'appsync', operation: 'NewestPosts' }, fault);
        await runButton(app.page).click();
        await expect(app.page.getByText(sentence)).toBeVisible();
        await expect(app.stamp).toContainText(stamp);
        await expect(app.stamp).toContainText(/as.*bob/);
        await (shown
          ? expect(app.response).toContainText(shown)
          : expect(app.response.locator('.view-lines')).not.toContainText(/\S/));
        await runButton(app.page).click();
        await expect(app.stamp).toContainText(/HTTP 200.*kB/);
        await expect(app.page.getByText(sentence)).toBeHidden();
        await expect(app.response).toContainText(/"posts"/);
      });
    }
  });

  test('as no answer at all is told', async ({ app, standIn }) => {
    standIn.levers.misbehave({ target: 'appsync', operation: 'NewestPosts', times: 'every' }, { kind: 'drop' });
    await app.run();
    await expect(app.page.getByText('No answer came from the GraphQL endpoint.')).toBeVisible();
    await expect(app.stamp).toContainText('No answer after');
  });

  test('as a redirect is not followed, so that the token goes nowhere else', async ({ app, standIn }) => {
    const location = `${standIn.origin}/team/graphql`;
    standIn.levers.misbehave(
      { target: 'appsync', operation: 'NewestPosts' },
      { kind: 'redirect', location, status: 307 },
    );
    await app.run();
    await expect(app.page.getByText('The endpoint answered with a redirect.')).toBeVisible();
    expect(standIn.levers.requests.filter(({ path }) => path === '/team/graphql')).toEqual([]);
  });

  test('as a flood of 20 MB is shown as a tree, downloaded whole, and leaves the page usable', async ({
    app,
    standIn,
  }) => {
    const { page } = app;
    const bytes = 20_000_000;
    standIn.levers.misbehave({ target: 'appsync', operation: 'NewestPosts' }, { kind: 'flood', bytes });
    await app.run();
    await expect(app.stamp).toContainText(/HTTP 200.*20\.0 MB/);
    await expect(
      page.getByText('This answer is 20.0 MB, too large for the editor: it is shown as a tree.'),
    ).toBeVisible();
    await expect(page.getByRole('treeitem', { name: /^flood: "xxx.* letters more$/ })).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download all of it' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('answer.json');
    let size = 0;
    for await (const chunk of await download.createReadStream()) size += Buffer.from(chunk).length;
    expect(size).toBe(bytes);
    await app.write(app.operationEditor, 'query After { about { name } }');
    await app.run();
    await expect(app.response).toContainText(/"about"/);
    await expect(page.getByRole('tree')).toBeHidden();
  });

  test('as a query whose token expired between two clicks is asked once more with a fresh one, a mutation never', async ({
    app,
    standIn,
  }) => {
    const { page } = app;
    await app.run();
    await expect(app.stamp).toContainText('HTTP 200');
    standIn.levers.expireTokens();
    await runButton(page).click();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob.*asked again with a fresh token/);
    await runButton(page).click();
    await expect(app.stamp).not.toContainText('asked again');

    await app.write(
      app.operationEditor,
      'mutation Say { addComment(input: { postId: "post-01", text: "Ahoy" }) { text } }',
    );
    standIn.levers.expireTokens();
    await runButton(page).click();
    await expect(page.getByText('AppSync refused the token: it has expired.')).toBeVisible();
    await expect(app.stamp).toContainText(/HTTP 401.*as.*bob/);
    await expect(app.response).toContainText(/UnauthorizedException/);
    expect(standIn.levers.requests.filter(({ operation }) => operation === 'Say')).toHaveLength(1);
    await page.getByRole('button', { name: 'Renew the token', exact: true }).click();
    await expect(page.getByText('The tokens of bob are renewed.')).toBeVisible();
    await runButton(page).click();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  });
});

test.describe('a query gone wrong', () => {
  test.use({ expectedErrors: [/status of 400/] });
  test('is answered in AppSync’s words, and not sent where its variables are not JSON', async ({ app, standIn }) => {
    const { page } = app;
    await app.open();
    await app.signInAs('bob');
    await app.run();
    await expect(app.stamp).toContainText('HTTP 200');

    await app.write(app.operationEditor, 'query Broken { about {');
    await app.run();
    await expect(app.response).toContainText(/Unable\sto\sparse\sGraphQL\squery/);
    await app.write(app.operationEditor, 'query Unknown { nowhere }');
    await app.run();
    await expect(app.response).toContainText(/FieldUndefined/);
    await app.write(app.operationEditor, 'query Typed($limit: Int) { posts(limit: $limit) { nextToken } }');
    await page.getByRole('button', { name: 'Variables', exact: true }).click();
    const variables = page.getByRole('region', { name: 'Variables' });
    await app.write(variables, '{"limit": "many"}');
    await app.run();
    await expect(app.response).toContainText(/"errors"/);
    await expect(app.response).toContainText(/limit/);

    const before = standIn.levers.requests.length;
    await app.write(variables, '{"limit": ');
    await runButton(page).click();
    await expect(app.response).toContainText(/Request\snot\ssent/);
    // Nobody was asked, so nobody stamps it.
    await expect(app.stamp).not.toContainText('HTTP');
    await expect(app.stamp).toContainText('Not sent');
    expect(standIn.levers.requests).toHaveLength(before);
    await app.write(variables, '{"limit": 2}');
    await expect(variables.locator('.view-lines').filter({ visible: true })).toHaveText(/^{"limit":\s2}$/);
    await runButton(page).click();
    await expect(app.stamp).toContainText(/HTTP 200.*as.*bob/);
  });
});
