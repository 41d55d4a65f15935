import { beforeEach, expect, test } from 'vitest';
import { testBench } from './test-bench.ts';

const incorrect = 'NotAuthorizedException: Incorrect username or password.';
const exceeded = 'NotAuthorizedException: Password attempts exceeded';

let bench: ReturnType<typeof testBench>;
beforeEach(() => {
  bench = testBench();
});

function signIn(USERNAME: string, PASSWORD = 'wrong'): Promise<string> {
  return bench.refusal('InitiateAuth', bench.initiateAuth('USER_PASSWORD_AUTH', { USERNAME, PASSWORD }));
}

async function failTimes(times: number, username: string): Promise<void> {
  for (let count = 0; count < times; count += 1) expect(await signIn(username)).toBe(incorrect);
}

test('after five failures even the right password has to wait, longer with each further one', async () => {
  await failTimes(5, 'alice');
  expect(await signIn('alice', 'Passw0rd!')).toBe(exceeded);
  bench.wait(1);
  expect(await signIn('alice')).toBe(incorrect);
  bench.wait(1);
  expect(await signIn('alice', 'Passw0rd!')).toBe(exceeded);
  bench.wait(1);
  expect(await signIn('alice', 'Passw0rd!')).toBe('taken: tokens');
});

test('attempts during a lockout do not prolong it', async () => {
  await failTimes(5, 'alice');
  for (let count = 0; count < 10; count += 1) expect(await signIn('alice')).toBe(exceeded);
  bench.wait(1);
  expect(await signIn('alice', 'Passw0rd!')).toBe('taken: tokens');
});

test('success forgets the failures', async () => {
  await failTimes(4, 'alice');
  expect(await signIn('alice', 'Passw0rd!')).toBe('taken: tokens');
  await failTimes(4, 'alice');
  expect(await signIn('alice', 'Passw0rd!')).toBe('taken: tokens');
});

test('one user locked out is no concern of another', async () => {
  await failTimes(5, 'alice');
  expect(await signIn('bob', 'Passw0rd!')).toBe('taken: tokens');
});

test('an unknown user is locked out like a known one', async () => {
  await failTimes(5, 'nobody');
  expect(await signIn('nobody')).toBe(exceeded);
});
