// USER_PASSWORD_AUTH: the password itself is sent.
import { incorrectUsernameOrPassword } from '../cognito-error.ts';
import { nextAnswer } from '../next-answer.ts';
import { findUser, refuseUnknownUser, userRefusal } from '../users.ts';
import type { Flow } from './flow.ts';

export const userPasswordAuth: Flow = {
  names: ['USER_PASSWORD_AUTH'],
  permission: 'ALLOW_USER_PASSWORD_AUTH',
  requiredParameters: ['USERNAME', 'PASSWORD'],

  begin({ pool, client, parameters }, cognito) {
    const { USERNAME: typed = '', PASSWORD: password } = parameters;
    const user = findUser(pool, typed);
    if (user === undefined) {
      refuseUnknownUser(client);
      cognito.state.failedPasswords.judge(pool, typed, () => false);
      throw incorrectUsernameOrPassword();
    }
    const refusal = userRefusal(user);
    if (refusal !== null) throw refusal;
    cognito.state.failedPasswords.judge(pool, user.username, () => user.password === password);
    return nextAnswer(cognito, { pool, client, user });
  },
};
