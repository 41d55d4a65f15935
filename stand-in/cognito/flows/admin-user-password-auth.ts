// ADMIN_USER_PASSWORD_AUTH: an administrator's backend sends the password itself, at once or when asked for it.
import { deviceNamed } from '../device-named.ts';
import { nextAnswer } from '../next-answer.ts';
import { userProvenByPassword } from '../password-proof.ts';
import { requireParameters } from '../required-parameters.ts';
import { madeUpUser, welcomeUser } from '../users.ts';
import type { Flow } from './flow.ts';

export const adminUserPasswordAuth: Flow = {
  names: ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  begunBy: ['AdminInitiateAuth'],
  permission: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  requiredParameters: ['USERNAME'],

  begin({ pool, client, parameters }, cognito) {
    const { USERNAME: username = '', PASSWORD: password, DEVICE_KEY: deviceKey } = parameters;
    if (password === undefined) {
      const user = welcomeUser(pool, client, username) ?? madeUpUser(username);
      return nextAnswer(cognito, { pool, client, user, passwordOwed: true });
    }
    requireParameters(parameters, ['PASSWORD']);
    const proven = { pool, client, user: userProvenByPassword(cognito, { pool, client }, parameters) };
    return nextAnswer(cognito, { ...proven, ...deviceNamed(cognito, proven, deviceKey) });
  },
};
