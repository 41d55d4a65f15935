// npm run bench [-- loads|srp|run|events|compare|large ...]: builds for production, measures this app and its peers turn about in Chromium, and prints a table.
// Exit code 1 where a goal was missed.
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../scripts/find-chromium.ts';
import { buildPages, type BenchPages } from './build-pages.ts';
import { measurements } from './measurements.ts';
import { verdictOn, type Result } from './result.ts';
import type { Addresses, BurstRequest } from './servers.ts';
import { tableOf } from './table.ts';

function startServers({ app, bare, srp }: BenchPages): Promise<{ child: ChildProcess; addresses: Addresses }> {
  const child = fork(fileURLToPath(new URL('servers.ts', import.meta.url)), [app, bare, srp]);
  return new Promise((resolve, reject) => {
    child.once('message', (addresses: Addresses) => resolve({ child, addresses }));
    child.once('exit', (code) => reject(new Error(`The bench's servers ended with code ${code}.`)));
  });
}

function askForBurst(child: ChildProcess, request: BurstRequest): Promise<void> {
  child.send(request);
  return new Promise((resolve) => child.once('message', () => resolve()));
}

async function fetchToken({ cognitoEndpoint, appClientId, username, password }: Addresses): Promise<string> {
  const response = await fetch(cognitoEndpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: appClientId,
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  });
  const reply: unknown = await response.json();
  if (typeof reply === 'object' && reply !== null && 'AuthenticationResult' in reply) {
    const result = reply.AuthenticationResult;
    if (typeof result === 'object' && result !== null && 'IdToken' in result && typeof result.IdToken === 'string') {
      return result.IdToken;
    }
  }
  throw new Error(`No token for the bare page: HTTP ${response.status}.`);
}

async function bench(names: readonly string[]): Promise<Result[]> {
  console.log('Building ...');
  const { child, addresses } = await startServers(await buildPages());
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const token = await fetchToken(addresses);
    console.log(
      `Chromium ${browser.version()}, Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? ''}\n`,
    );
    const results: Result[] = [];
    for (const name of names) {
      const measure = measurements[name];
      if (measure)
        results.push(
          ...(await measure({ browser, addresses, token, burst: (request) => askForBurst(child, request) })),
        );
    }
    return results;
  } finally {
    await browser.close();
    child.disconnect();
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(`Unknown measurement: ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`);
  process.exitCode = 2;
} else {
  const results = await bench(asked.length > 0 ? asked : Object.keys(measurements));
  console.log(tableOf(results));
  console.log('\nMedians; "peer" did the same work in the same run, turn about. Times in a page are by its own clock.');
  if (results.some((result) => verdictOn(result).reached === false)) process.exitCode = 1;
}
