import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adminSignInPath, launchDataSchema, launchSecretHeader, refusalSchema } from './api.ts';
import type { AwsCredentials } from './aws/aws-credentials.ts';
import { builtPage } from './built-page.ts';
import { maxBodyBytes } from './guard.ts';
import { startHelper, type Helper } from './start.ts';

const kept = {
  id: 'kept',
  name: 'Kept',
  userPoolId: 'eu-west-1_AbC',
  appClientId: '1example',
  graphqlEndpoint: 'https://api.example.com/graphql',
  authFlow: 'ADMIN_USER_PASSWORD_AUTH',
};
const keptElsewhere = {
  ...kept,
  id: 'kept-elsewhere',
  name: 'Kept elsewhere',
  cognitoEndpoint: 'https://auth.example.com/',
};

let home = '';
let helper: Helper;
let secret = '';
const withoutAny: AwsCredentials['load'] = () =>
  Promise.resolve({ ok: false, fault: { reason: 'none', message: 'None.', command: 'aws configure' } });
let load = withoutAny;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'admin-'));
  await writeFile(join(home, 'index.html'), '<!--launch-data-->');
  await writeFile(join(home, 'connections.json'), JSON.stringify({ version: 1, connections: [kept, keptElsewhere] }));
  const awsCredentials: AwsCredentials = {
    load: (signal) => load(signal),
    refused: () => Promise.reject(new Error('not asked')),
    forget: () => {},
  };
  helper = await startHelper({ pages: builtPage(home), configFolder: home, standIn: null, awsCredentials });
  const json = />(.*)<\/script>/.exec(await (await fetch(helper.origin)).text())?.[1] ?? '';
  secret = v.parse(launchDataSchema, JSON.parse(json)).launchSecret;
});
afterEach(() => {
  load = withoutAny;
});
afterAll(async () => {
  await helper.close();
  await rm(home, { recursive: true, force: true });
});

const call = {
  userPoolId: kept.userPoolId,
  operation: 'AdminInitiateAuth',
  input: {
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    ClientId: kept.appClientId,
    AuthParameters: { USERNAME: 'alice', PASSWORD: 'Passw0rd!' },
  },
};

const post = (body: unknown, init: RequestInit = {}) =>
  fetch(helper.origin + adminSignInPath, {
    method: 'POST',
    headers: { Origin: helper.origin, 'Content-Type': 'application/json', [launchSecretHeader]: secret },
    body: JSON.stringify(body),
    ...init,
  });

const sentenceOf = async (answer: Response) => v.parse(refusalSchema, await answer.json()).error.message;

describe('POST /api/admin-sign-in', () => {
  it('answers with a reason and a command where there are no AWS credentials, kept by nobody', async () => {
    const answer = await post(call);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toEqual({
      kind: 'no-credentials',
      reason: 'none',
      message: 'None.',
      command: 'aws configure',
    });
  });

  it.each([
    ['what is no JSON object', 'x', 'This is not a call of the admin sign-in.'],
    ['another operation', { ...call, operation: 'AdminDeleteUser' }, 'look at operation'],
    ['another flow', { ...call, input: { ...call.input, AuthFlow: 'REFRESH_TOKEN_AUTH' } }, 'look at input.AuthFlow'],
    ['a pool of no connection that is kept', { ...call, userPoolId: 'eu-west-1_Other' }, 'is not kept on this machine'],
    [
      'another app client of that pool',
      { ...call, input: { ...call.input, ClientId: '2other' } },
      'is not kept on this machine',
    ],
    ['a pool id that is none', { ...call, userPoolId: 'eu-west-1_A/../x' }, 'look at userPoolId'],
    [
      'a host that AWS does not own',
      { ...call, cognitoEndpoint: keptElsewhere.cognitoEndpoint },
      'signs with your AWS credentials only for',
    ],
    [
      'http to a host that is not this machine',
      { ...call, cognitoEndpoint: 'http://cognito-idp.eu-west-1.amazonaws.com/' },
      'look at cognitoEndpoint',
    ],
  ])('refuses %s with a sentence, and looks for no credentials', async (_, body, words) => {
    load = () => Promise.reject(new Error('looked for'));
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(await sentenceOf(answer)).toContain(words);
  });

  it('refuses a body that is too large', async () => {
    expect((await post({ ...call, more: 'x'.repeat(maxBodyBytes) })).status).toBe(413);
  });

  it('is no page: GET finds nothing', async () => {
    const answer = await fetch(helper.origin + adminSignInPath, { headers: { [launchSecretHeader]: secret } });
    expect(answer.status).toBe(404);
  });

  it('stops when the page goes away', async () => {
    const leaving = new AbortController();
    const stopped = new Promise<string>((resolve) => {
      load = (signal) => {
        leaving.abort();
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            resolve('stopped');
            reject(new Error('aborted'));
          });
        });
      };
    });
    await expect(post(call, { signal: leaving.signal })).rejects.toThrow('aborted');
    expect(await stopped).toBe('stopped');
  });
});
