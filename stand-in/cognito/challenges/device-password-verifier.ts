// DEVICE_PASSWORD_VERIFIER: the second half of a device's SRP, with the group's key in place of the pool's name and the device's
// in place of the user's.
import { incorrectUsernameOrPassword, notAuthorized } from '../cognito-error.ts';
import { isProof, proofResponses } from '../srp-exchange.ts';
import type { BlockChallenge } from './challenge.ts';

export const devicePasswordVerifier: BlockChallenge = {
  kind: 'by secret block',
  name: 'DEVICE_PASSWORD_VERIFIER',
  requiredResponses: ['DEVICE_KEY', ...proofResponses],

  judge({ client, username, responses, secretBlock }, { state, now }) {
    const attempt = state.deviceAttempts.find(secretBlock);
    if (attempt?.client.id !== client.id) throw incorrectUsernameOrPassword();
    if (attempt.isLate) throw notAuthorized('Invalid session for the user, session is expired.');
    const { progress, identity } = attempt;
    const isSame = username === progress.user.username && responses['DEVICE_KEY'] === identity.userId;
    if (isSame && isProof(attempt, responses, now())) return { ...progress, deviceProven: true };
    state.deviceAttempts.spend(secretBlock);
    throw incorrectUsernameOrPassword();
  },

  spend(secretBlock, { state }) {
    state.deviceAttempts.spend(secretBlock);
  },
};
