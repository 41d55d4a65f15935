// USER_PASSWORD_AUTH: the password itself is sent.
import { throwRefusal } from '../cognito-error.ts';
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
    if (user === undefined) refuseUnknownUser(client);
    else throwRefusal(userRefusal(user));
    const proven = cognito.state.failedPasswords.provenUser(pool, user?.username ?? typed, () =>
      user !== undefined && user.password === password ? user : null,
    );
    return nextAnswer(cognito, { pool, client, user: proven });
  },
};
