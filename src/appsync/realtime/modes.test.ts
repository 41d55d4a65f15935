// Every auth mode over a real socket, against the demo's API: what the stand-in lets in, AWS's own signer included.
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoApiKey } from '../../../stand-in/demo/blog-api.ts';
import { demoIam } from '../../../stand-in/demo/demo-iam.ts';
import { startStandIn, type StandIn } from '../../../stand-in/start.ts';
import type { Authorize } from '../authorization.ts';
import { createRealtime } from './realtime.ts';
import { socketsBy } from './socket.ts';
import { listen } from './testing/realtime-test-bench.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const onCreatePost = { query: 'subscription { onCreatePost { id } }' };

function realtimeAs(authorize: Authorize) {
  return createRealtime({
    endpoint: `${standIn.origin}/graphql`,
    authorize,
    openSocket: socketsBy(WebSocket),
    now: () => performance.now(),
    setTimer: (run, afterMs) => {
      const timer = setTimeout(run, afterMs).unref();
      return () => clearTimeout(timer);
    },
    random: () => 1,
  });
}

const signedBy =
  (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }): Authorize =>
  async ({ url, body, headers }) => {
    const { hostname, host, pathname, protocol } = new URL(url);
    const signer = new SignatureV4({ service: 'appsync', region: standIn.world.region, credentials, sha256: Sha256 });
    const signed = await signer.sign({
      method: 'POST',
      protocol,
      hostname,
      path: pathname,
      headers: { ...headers, host },
      body,
    });
    const own = Object.entries(signed.headers).filter(([name]) => name !== 'host' && !(name in headers));
    return Object.fromEntries(own);
  };

test.each<[string, () => Promise<Authorize> | Authorize]>([
  ['IAM', () => signedBy(demoIam.allowed)],
  ['IAM, for an hour', () => signedBy(demoIam.temporary)],
  [
    'OIDC',
    async () => {
      const Authorization = await standIn.levers.oidcToken();
      return () => Promise.resolve({ Authorization });
    },
  ],
  ['an API key', () => () => Promise.resolve({ 'x-api-key': demoApiKey })],
])('%s is let in and hears events', async (_mode, authorizeOf) => {
  const heard = listen(realtimeAs(await authorizeOf()), onCreatePost);
  await heard.next('started');
  standIn.levers.realtime().publish('onCreatePost', { id: '1' });
  await heard.next('event');
  heard.stop();
});

test('IAM without a policy is refused', async () => {
  const heard = listen(realtimeAs(signedBy(demoIam.denied)), onCreatePost);
  expect(await heard.next('ended')).toMatchObject({ why: { kind: 'refused' } });
});

test('nobody is refused', async () => {
  const heard = listen(
    realtimeAs(() => Promise.resolve({})),
    onCreatePost,
  );
  expect(await heard.next('ended')).toMatchObject({ why: { kind: 'refused', what: 'connection' } });
});
