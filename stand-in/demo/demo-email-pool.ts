// The demo's fourth user pool, whose people sign in with their e-mail address or telephone number: the user name that Cognito
// knows them by is their `sub`.
import type { PoolUser, UserPool } from '../cognito/user-pool.ts';
import { person } from './demo-people.ts';
import { appClient, demoClientSecret, demoPassword, demoPasswordPolicy, demoRegion } from './demo-pool.ts';

export const demoEmailPoolId = 'eu-west-1_Dem0Ema1x';

/** App clients by what is special about them. The secret is that of all the demo's clients. */
export const demoEmailClientIds = {
  default: '1demoemailaddresses000clie',
  withSecret: '2demoemailwithsecret00clie',
} as const;

/** What she may type: either address. What Cognito calls her: the user name. */
export const demoInes = {
  email: 'ines@example.com',
  telephone: '+15555550167',
  username: '32077a52-60b1-4c3e-9d84-5f2e8b7c3207',
} as const;

export function demoEmailPool(): UserPool {
  return {
    id: demoEmailPoolId,
    region: demoRegion,
    name: 'demo-email',
    aliasAttributes: [],
    usernameAttributes: ['email', 'phone_number'],
    requiredAttributes: ['email'],
    passwordPolicy: demoPasswordPolicy,
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SMS_MFA'],
    groups: ['readers'],
    clients: [
      appClient({ id: demoEmailClientIds.default, name: 'email-web' }),
      appClient({
        id: demoEmailClientIds.withSecret,
        name: 'email-with-secret',
        secret: demoClientSecret,
        explicitAuthFlows: [
          'ALLOW_USER_SRP_AUTH',
          'ALLOW_USER_PASSWORD_AUTH',
          'ALLOW_ADMIN_USER_PASSWORD_AUTH',
          'ALLOW_REFRESH_TOKEN_AUTH',
        ],
      }),
    ],
    users: [ines()],
  };
}

function ines(): PoolUser {
  const { email, telephone, username } = demoInes;
  const addresses = { email, email_verified: 'true', phone_number: telephone, phone_number_verified: 'true' };
  const user = person(demoPassword, 'ines', '3207', null, { groups: ['readers'] });
  return { ...user, username, attributes: { ...addresses, name: 'Ines Falk' } };
}
