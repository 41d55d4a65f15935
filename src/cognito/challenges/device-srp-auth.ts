// DEVICE_SRP_AUTH: Cognito knows the device whose key came with the sign-in, and wants it proved. The first half of SRP.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html

import { respond, type Challenge } from './challenge.ts';

const doing = 'Proving the device';

export const deviceSrpAuth: Challenge = {
  name: 'DEVICE_SRP_AUTH',
  begin: () => ({
    ok: true,
    value: {
      move: 'call',
      doing,
      call: { do: 'begin-srp', next: (srpA) => respond(doing, { SRP_A: srpA }) },
    },
  }),
};
