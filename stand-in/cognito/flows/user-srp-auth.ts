// USER_SRP_AUTH: the first half of SRP, answered with a PASSWORD_VERIFIER challenge; the password never travels.
import { srpChallenge } from '../srp-challenge.ts';
import { checkClientPublic } from '../srp-exchange.ts';
import { welcomeUser } from '../users.ts';
import type { Flow } from './flow.ts';

export const userSrpAuth: Flow = {
  names: ['USER_SRP_AUTH'],
  begunBy: ['InitiateAuth', 'AdminInitiateAuth'],
  permission: 'ALLOW_USER_SRP_AUTH',
  requiredParameters: ['USERNAME', 'SRP_A'],

  begin({ pool, client, parameters }, cognito) {
    const { USERNAME: username = '', SRP_A: clientPublic = '' } = parameters;
    checkClientPublic(clientPublic);
    const user = welcomeUser(pool, client, username);
    return srpChallenge({ pool, client, username, user, clientPublic }, cognito);
  },
};
