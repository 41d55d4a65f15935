// DEVICE_SRP_AUTH: a remembered device has been named, and shall prove itself. The first half of SRP, over the device's own
// password; DEVICE_PASSWORD_VERIFIER is the second.
import { checkClientPublic } from '../srp-exchange.ts';
import type { FollowingChallenge } from './challenge.ts';

export const deviceSrpAuth: FollowingChallenge = {
  kind: 'following',
  name: 'DEVICE_SRP_AUTH',
  requiredResponses: ['DEVICE_KEY', 'SRP_A'],

  isDue: ({ device, deviceProven, deviceClientPublic }) =>
    device?.isRemembered === true && deviceProven === undefined && deviceClientPublic === undefined,

  put: (progress) => ({
    parameters: {},
    judge({ responses }) {
      const { SRP_A: clientPublic = '' } = responses;
      checkClientPublic(clientPublic);
      return { ...progress, deviceClientPublic: clientPublic };
    },
  }),
};
