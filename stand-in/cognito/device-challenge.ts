// The DEVICE_PASSWORD_VERIFIER challenge, which answers a device's SRP_A.
import { devicePasswordVerifier } from './challenges/device-password-verifier.ts';
import type { Cognito } from './cognito.ts';
import { noSuchDevice } from './devices.ts';
import type { AuthAnswer } from './next-answer.ts';
import type { Progress } from './progress.ts';
import { openExchange } from './srp-exchange.ts';

/** @param clientPublic SRP_A, checked */
export function deviceChallenge(progress: Progress, clientPublic: string, { state }: Cognito): AuthAnswer {
  const { client, user, device } = progress;
  const credential = device?.credential;
  if (!credential) throw noSuchDevice();
  const { identity, exchange, told } = openExchange(credential, clientPublic);
  return {
    ChallengeName: devicePasswordVerifier.name,
    ChallengeParameters: {
      ...told,
      SECRET_BLOCK: state.deviceAttempts.open({ client, identity, exchange, progress }),
      DEVICE_KEY: identity.userId,
      USERNAME: user.username,
    },
  };
}
