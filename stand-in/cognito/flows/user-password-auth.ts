// USER_PASSWORD_AUTH: the password itself is sent.
import { deviceNamed } from '../device-named.ts';
import { nextAnswer } from '../next-answer.ts';
import { userProvenByPassword } from '../password-proof.ts';
import type { Flow } from './flow.ts';

export const userPasswordAuth: Flow = {
  names: ['USER_PASSWORD_AUTH'],
  begunBy: ['InitiateAuth'],
  permission: 'ALLOW_USER_PASSWORD_AUTH',
  requiredParameters: ['USERNAME', 'PASSWORD'],

  begin({ pool, client, parameters }, cognito) {
    const user = userProvenByPassword(cognito, { pool, client }, parameters);
    const proven = { pool, client, user };
    return nextAnswer(cognito, { ...proven, ...deviceNamed(cognito, proven, parameters['DEVICE_KEY']) });
  },
};
