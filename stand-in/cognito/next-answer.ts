// What a user gets who has proven something: the next challenge that is due, or tokens.
import { challenges } from './challenges/index.ts';
import type { Cognito } from './cognito.ts';
import { deviceChallenge } from './device-challenge.ts';
import type { Device } from './devices.ts';
import { incorrectUsernameOrPassword, notAuthorized } from './cognito-error.ts';
import type { Progress } from './progress.ts';
import type { AuthenticationResult } from './token-issuer.ts';

/** The answer of InitiateAuth and RespondToAuthChallenge. */
export type AuthAnswer =
  | {
      readonly ChallengeName: string;
      /** Absent with the second halves of SRP. */
      readonly Session?: string;
      readonly ChallengeParameters: Readonly<Record<string, string>>;
    }
  | {
      readonly ChallengeParameters: Readonly<Record<string, never>>;
      readonly AuthenticationResult: AuthenticationResult;
    };

export async function nextAnswer(cognito: Cognito, progress: Progress): Promise<AuthAnswer> {
  const { pool, client, user } = progress;
  const { state, issuer } = cognito;
  refuseExpiredTemporaryPassword(cognito, progress);
  const due = challenges.find((challenge) => challenge.kind === 'following' && challenge.isDue(progress));
  if (due?.kind === 'following') {
    const put = due.put(progress, cognito);
    return {
      ChallengeName: due.name,
      Session: state.challengeSessions.open({ challengeName: due.name, progress, put }),
      ChallengeParameters: put.parameters,
    };
  }
  const { deviceClientPublic, deviceProven } = progress;
  if (deviceClientPublic !== undefined && !deviceProven) return deviceChallenge(progress, deviceClientPublic, cognito);
  if (progress.customAuth?.userNotFound) throw incorrectUsernameOrPassword();
  const now = cognito.now();
  const { device, news } = trackedDevice(progress, cognito);
  const signIn = state.signIns.begin({ pool, client, user, device }, now);
  const refreshToken = state.signIns.addRefreshToken(signIn, now + client.tokenLife.refreshToken * 1000);
  const result = await issuer.issue(signIn, refreshToken);
  return { ChallengeParameters: {}, AuthenticationResult: { ...result, ...news } };
}

/** The device that the tokens belong to, and what the client is told of one it did not know. */
function trackedDevice({ pool, user, device }: Progress, { state, now }: Cognito): TrackedDevice {
  if (pool.deviceConfiguration === undefined) return { device: undefined, news: {} };
  if (device !== undefined) {
    device.authenticatedAt = now();
    return { device, news: {} };
  }
  const met = state.devices.meet(pool, user);
  return { device: met, news: { NewDeviceMetadata: { DeviceKey: met.key, DeviceGroupKey: met.groupKey } } };
}

interface TrackedDevice {
  readonly device: Device | undefined;
  readonly news: Pick<AuthenticationResult, 'NewDeviceMetadata'>;
}

function refuseExpiredTemporaryPassword(cognito: Cognito, { pool, user, passwordOwed }: Progress): void {
  if (passwordOwed === true) return;
  const lifeInMs = pool.passwordPolicy.temporaryPasswordValidityDays * 24 * 3_600_000;
  if (user.status === 'FORCE_CHANGE_PASSWORD' && cognito.now() > cognito.state.startedAt + lifeInMs) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
}
