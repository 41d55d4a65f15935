// ADMIN_NO_SRP_AUTH: an administrator's backend began without the password, and is asked for it.
import type { FollowingChallenge } from './challenge.ts';

export const adminNoSrpAuth: FollowingChallenge = {
  kind: 'following',
  name: 'ADMIN_NO_SRP_AUTH',
  requiredResponses: ['PASSWORD'],

  isDue: ({ passwordOwed }) => passwordOwed === true,

  put(progress, { state }) {
    const { pool, user } = progress;
    return {
      parameters: { USERNAME: user.username, USER_ID_FOR_SRP: user.username },
      judge({ responses }) {
        // A user who is made up has a password that nobody knows.
        state.failedPasswords.provenUser(pool, user.username, () =>
          user.password === responses['PASSWORD'] ? user : null,
        );
        return { ...progress, passwordOwed: false };
      },
    };
  },
};
