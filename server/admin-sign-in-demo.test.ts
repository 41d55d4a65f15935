// The admin sign-in from the page's request to a Cognito that truly checks signatures and rights: the stand-in.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccountId, demoIam } from '../stand-in/demo/demo-iam.ts';
import { demoClientIds, demoPassword, demoPoolId } from '../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../stand-in/start.ts';
import {
  adminSignInAnswerSchema,
  adminSignInPath,
  launchDataSchema,
  launchSecretHeader,
  type AdminSignInAnswer,
} from './api.ts';
import { createAwsCredentials, credentialsOf, type AwsIdentity } from './aws/aws-credentials.ts';
import { builtPage } from './built-page.ts';
import { startHelper } from './start.ts';

let home = '';
let standIn: StandIn;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'admin-demo-'));
  await writeFile(join(home, 'index.html'), '<!--launch-data-->');
  standIn = await startStandIn();
});
afterAll(async () => {
  await standIn.close();
  await rm(home, { recursive: true, force: true });
});

/** One call through a helper with these credentials; without any: as `npm start` makes it for its demo. */
async function call(
  username: string,
  { password = demoPassword, identity }: { password?: string; identity?: AwsIdentity } = {},
): Promise<AdminSignInAnswer> {
  const helper = await startHelper({
    pages: builtPage(home),
    configFolder: home,
    standIn,
    // The developer's own, of whom there are none here: at the demo nobody must ask for them.
    awsCredentials: createAwsCredentials({ environment: { HOME: home } }),
    ...(identity !== undefined && { demoCredentials: credentialsOf(identity) }),
  });
  const json = />(.*)<\/script>/.exec(await (await fetch(helper.origin)).text())?.[1] ?? '';
  const { launchSecret } = v.parse(launchDataSchema, JSON.parse(json));
  const answer = await fetch(helper.origin + adminSignInPath, {
    method: 'POST',
    headers: { Origin: helper.origin, 'Content-Type': 'application/json', [launchSecretHeader]: launchSecret },
    body: JSON.stringify({
      cognitoEndpoint: standIn.cognitoEndpoint,
      userPoolId: demoPoolId,
      operation: 'AdminInitiateAuth',
      input: {
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        ClientId: demoClientIds.adminOnly,
        AuthParameters: { USERNAME: username, PASSWORD: password },
      },
    }),
  });
  const body: unknown = await answer.json();
  await helper.close();
  return v.parse(adminSignInAnswerSchema, body);
}

describe('the admin sign-in at the stand-in', () => {
  it('gives tokens, with the demo’s keys where nobody named others', async () => {
    const result = { IdToken: expect.any(String), AccessToken: expect.any(String), RefreshToken: expect.any(String) };
    expect(await call('carol')).toMatchObject({ kind: 'reply', reply: { AuthenticationResult: result } });
  });

  it('takes temporary credentials', async () => {
    expect(await call('carol', { identity: demoIam.temporary })).toMatchObject({ kind: 'reply' });
  });

  it('gives a challenge', async () => {
    expect(await call('nina')).toMatchObject({ kind: 'reply', reply: { ChallengeName: 'NEW_PASSWORD_REQUIRED' } });
  });

  it('hands on a wrong password, and asks once', async () => {
    const before = standIn.levers.requests.length;
    expect(await call('alice', { password: 'Wr0ng-passw0rd' })).toEqual({
      kind: 'aws-error',
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    expect(standIn.levers.requests.length - before).toBe(1);
  });

  it('names the smallest policy where IAM refuses', async () => {
    const answer = await call('carol', { identity: demoIam.denied });
    expect(answer).toMatchObject({ kind: 'iam', action: 'cognito-idp:AdminInitiateAuth', accountKnown: true });
    expect(answer.kind === 'iam' && answer.policy).toContain(`:${demoAccountId}:userpool/${demoPoolId}`);
  });

  it.each([
    ['a secret key that is another one’s', { ...demoIam.allowed, secretAccessKey: demoIam.denied.secretAccessKey }],
    ['an access key of another account', { accessKeyId: 'AKIANOBODYEXAMPLE000', secretAccessKey: 'x' }],
    ['a session token left out', { ...demoIam.temporary, sessionToken: 'another' }],
  ])('tells apart %s', async (_, identity) => {
    expect(await call('carol', { identity })).toMatchObject({ kind: 'no-credentials', reason: 'invalid' });
  });
});
