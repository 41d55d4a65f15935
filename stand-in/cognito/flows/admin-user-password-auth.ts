// ADMIN_USER_PASSWORD_AUTH: an administrator's backend sends the password itself.
import { deviceNamed } from '../device-named.ts';
import { nextAnswer } from '../next-answer.ts';
import { userProvenByPassword } from '../password-proof.ts';
import type { Flow } from './flow.ts';

export const adminUserPasswordAuth: Flow = {
  names: ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  begunBy: ['AdminInitiateAuth'],
  permission: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  requiredParameters: ['USERNAME', 'PASSWORD'],

  begin({ pool, client, parameters }, cognito) {
    const user = userProvenByPassword(cognito, { pool, client }, parameters);
    const proven = { pool, client, user };
    return nextAnswer(cognito, { ...proven, ...deviceNamed(cognito, proven, parameters['DEVICE_KEY']) });
  },
};
