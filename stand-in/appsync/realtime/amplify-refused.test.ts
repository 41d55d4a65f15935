// A connection that is refused, as Amplify's own client sees it. Apart from the others: its client keeps a connection that works.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoExpiredApiKey } from '../../demo/blog-api.ts';
import { startStandIn, type StandIn } from '../../start.ts';
import { AmplifyBench, webSocketWithoutTls } from '../testing/amplify-bench.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  vi.stubGlobal('WebSocket', webSocketWithoutTls(standIn.port));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await standIn.close();
});

test('an expired key ends in an error, without another try', async () => {
  const amplify = new AmplifyBench(standIn);
  const heard = amplify.listen({ mode: 'apiKey', apiKey: demoExpiredApiKey }, 'subscription { onCreatePost { id } }');
  const message = expect.stringMatching(/UnauthorizedException/) as string;
  await expect(heard).rejects.toMatchObject({ errors: [{ message }] });
  amplify.stopAll();
  expect(standIn.levers.realtime().frames.map(({ type }) => type)).toStrictEqual([
    'connection_init',
    'connection_error',
  ]);
});
