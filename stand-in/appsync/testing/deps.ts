// The world around an API, for the tests of this folder: a clock of the test's own, and a desk that judges tokens.
import { MovableClock } from '../../movable-clock.ts';
import type { AppSyncDeps } from '../api.ts';
import type { TokenDesk } from './tokens.ts';

export const testRequestId = '5e4f0a3c-0000-4000-8000-000000000000';

export function testDeps(desk: Pick<TokenDesk, 'verifyToken'>, changes: Partial<AppSyncDeps> = {}): AppSyncDeps {
  return {
    clock: new MovableClock(),
    requestId: () => testRequestId,
    verifyToken: (token) => desk.verifyToken(token),
    verifyOidcToken: () => Promise.resolve({ ok: false, why: 'issuer' }),
    verifySignature: () => Promise.resolve({ ok: false, errorType: 'UnrecognizedClientException', message: 'No.' }),
    arnOf: ({ id }) => `arn:aws:appsync:eu-west-1:123456789012:apis/${id}`,
    isOwnHost: (host) => host.startsWith('localhost'),
    ...changes,
  };
}
