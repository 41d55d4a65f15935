// What the targets write is run: by a shell and by Node, with texts that would break out of bad quoting, against the stand-in.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoApiKey } from '../../../stand-in/demo/blog-api.ts';
import { demoClientIds, demoPassword } from '../../../stand-in/demo/demo-pool.ts';
import { startStandIn, type StandIn } from '../../../stand-in/start.ts';
import { bodyOf, type CodeRequest, type CodeTarget } from './code-request.ts';
import { codeTargets } from './index.ts';
import { requestForCode } from './request-from.ts';

const run = promisify(execFile);
let standIn: StandIn;
let folder: string;
let token: string;

beforeAll(async () => {
  standIn = await startStandIn();
  folder = await mkdtemp(join(tmpdir(), 'appsync-graphiql-code-'));
  const response = await fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: demoClientIds.default,
      AuthParameters: { USERNAME: 'alice', PASSWORD: demoPassword },
    }),
  });
  const reply = (await response.json()) as { AuthenticationResult: { IdToken: string } };
  token = reply.AuthenticationResult.IdToken;
});
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

async function runCode({ id }: CodeTarget, code: string, env: Record<string, string>): Promise<unknown> {
  const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, cwd: folder };
  const file = join(folder, id === 'curl' ? 'code.sh' : 'code.mjs');
  await writeFile(file, code);
  const { stdout } = await (id === 'curl' ? run('/bin/sh', [file], options) : run(process.execPath, [file], options));
  return JSON.parse(stdout);
}

/** What quoting goes wrong with, in a shell, in JavaScript, in JSON. */
const nasty = `it's "quoted" \\ back\\n $HOME \`id\` $(id) \${1+1} %s !! @file\n\ttab é 漢 ; & | > < * ? ~ # '' \\' </script> \u2028 end`;

const input = { title: nasty, section: 'WALKS', lead: nasty };
const written = {
  query: `# ${nasty.replaceAll('\n', ' ')}
mutation Write($input: CreatePostInput!) {
  createPost(input: $input) { title lead body }
}
query Other { about { name } }`,
  variables: JSON.stringify({ input }),
  // A name may hold what a shell runs, and begin as no variable may.
  headers: JSON.stringify({ 'x-own': `it's "mine" $HOME`, '2nd-`id`-token': 'typed' }),
  operationName: 'Write',
};
const user = { authMode: 'AMAZON_COGNITO_USER_POOLS', tokenKind: 'id' } as const;

function requestFor(identity: Parameters<typeof requestForCode>[2], credential?: Record<string, string>): CodeRequest {
  const read = requestForCode(`${standIn.origin}/graphql`, written, identity, credential);
  if (!read.ok) throw new Error(read.sentence);
  return read.request;
}

describe.each(codeTargets.map((target) => [target.name, target] as const))('%s', (_name, target) => {
  it('carries every letter of the operation and its variables, and the token from the environment', async () => {
    const code = target.write(requestFor(user));
    expect(code).not.toContain(token);
    expect(await runCode(target, code, { ID_TOKEN: token })).toMatchObject({
      data: { createPost: { title: nasty, lead: nasty } },
    });
  });

  it('carries the real credential where that was asked for', async () => {
    const code = target.write(requestFor(user, { Authorization: token }));
    expect(await runCode(target, code, {})).toMatchObject({ data: { createPost: { title: nasty } } });
  });

  it('carries headers of the tab’s own, and a body that is what was meant', async () => {
    const echo = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () =>
        response.end(JSON.stringify({ headers: request.headers, body: JSON.parse(body) as unknown })),
      );
    });
    await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
    const endpoint = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/it's/graphql`;
    const request = { ...requestFor(user), endpoint, variables: JSON.parse('{"a":{"__proto__":{"b":1}}}') as object };
    const code = target.write(request as CodeRequest);
    const echoed = await runCode(target, code, { ID_TOKEN: 'from $HOME', _2ND__ID__TOKEN: '$(id)' }).finally(() =>
      echo.close(),
    );
    expect(echoed).toMatchObject({
      headers: {
        'x-own': `it's "mine" $HOME`,
        '2nd-`id`-token': '$(id)',
        authorization: 'from $HOME',
        'content-type': 'application/json',
      },
    });
    expect(JSON.stringify((echoed as { body: unknown }).body)).toBe(JSON.stringify(bodyOf(request as CodeRequest)));
  });

  it('sends a key as a key', async () => {
    const read = requestForCode(
      `${standIn.origin}/graphql`,
      { query: '{ about { name } }', variables: '', headers: '', operationName: undefined },
      { authMode: 'API_KEY' },
    );
    if (!read.ok) throw new Error(read.sentence);
    expect(await runCode(target, target.write(read.request), { APPSYNC_API_KEY: demoApiKey })).toEqual({
      data: { about: { name: 'Low Water' } },
    });
  });
});

describe('requestForCode', () => {
  const plain = { query: '{ a }', variables: '', headers: '', operationName: undefined };
  const from = (change: Partial<typeof plain>, identity: Parameters<typeof requestForCode>[2] = user) =>
    requestForCode(
      'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-west-1.amazonaws.com/graphql',
      { ...plain, ...change },
      identity,
    );

  it.each([
    ['variables', /variables are not JSON/],
    ['headers', /headers are not JSON/],
  ])('says that %s cannot be read', (what, sentence) => {
    expect(from({ [what]: '{' })).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
  });

  it('is none of a subscription', () => {
    expect(from({ query: 'subscription { a }' })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/real-time/),
    });
  });

  it('leaves the tab’s own authorization in its place, as a placeholder', () => {
    expect(from({ headers: '{"authorization":"my-secret","x-trace":"1"}' })).toMatchObject({
      ok: true,
      request: {
        headers: [
          { name: 'authorization', variable: 'AUTHORIZATION' },
          { name: 'x-trace', value: '1' },
        ],
      },
    });
  });

  it('lets curl sign for IAM, in the endpoint’s region', () => {
    const read = from({}, { authMode: 'AWS_IAM' });
    const [code, script] = codeTargets.map((target) => (read.ok ? target.write(read.request) : ''));
    expect(code).toContain(`--aws-sigv4 'aws:amz:eu-west-1:appsync'`);
    expect(script).toMatch(/^\/\/ AppSync wants each of these requests signed/);
  });
});
