// The demo's user pool. Its people differ in their groups, its app clients in what they allow; ids are the same at each start.
import type { AppClient, PoolUser, UserPool } from '../cognito/user-pool.ts';

export const demoRegion = 'eu-west-1';
export const demoPoolId = 'eu-west-1_Dem0Poo1x';
export const demoPassword = 'Passw0rd!';

/** App clients by what is special about them. */
export const demoClientIds = {
  default: '4demoappsyncgraphiql0clien',
  passwordOnly: '5demopasswordonly00000clie',
  legacyErrors: '6demolegacyerrors00000clie',
  rotatingRefresh: '7demorotatingrefresh00clie',
  withSecret: '8demowithsecret0000000clie',
} as const;

export const demoClientSecret = 'not0a0secret0but0a0demo0of0one0in0a0public0repository';

export function demoPool(): UserPool {
  return {
    id: demoPoolId,
    region: demoRegion,
    name: 'demo',
    aliasAttributes: [],
    requiredAttributes: ['email', 'name'],
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 7,
    },
    mfaConfiguration: 'OPTIONAL',
    groups: ['admins', 'editors', 'readers'],
    clients: [
      appClient({ id: demoClientIds.default, name: 'web' }),
      appClient({
        id: demoClientIds.passwordOnly,
        name: 'password-only',
        explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      }),
      appClient({ id: demoClientIds.legacyErrors, name: 'legacy-errors', preventUserExistenceErrors: 'LEGACY' }),
      appClient({
        id: demoClientIds.rotatingRefresh,
        name: 'rotating-refresh',
        explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
        refreshTokenRotation: { feature: 'ENABLED', retryGracePeriodSeconds: 10 },
      }),
      appClient({ id: demoClientIds.withSecret, name: 'with-secret', secret: demoClientSecret }),
    ],
    users: [...people(), ...peopleWhoCannotEnter()],
  };
}

function people(): PoolUser[] {
  return [
    person('carol', '0c1d', 'Carol Adair', { groups: ['admins'] }),
    person('alice', '0a1e', 'Alice Monteiro', { groups: ['editors'] }),
    person('bob', '0b2f', 'Bob Okafor', { groups: ['readers'] }),
    person('erin', '0e3a', 'Erin Vance'),
    // Has a temporary password, and no name, which the pool requires.
    person('nina', '0f4b', null, { groups: ['readers'], status: 'FORCE_CHANGE_PASSWORD' }),
  ];
}

/** One for each reason that Cognito refuses a right password, or asks for what is not to be had. */
function peopleWhoCannotEnter(): PoolUser[] {
  return [
    person('dora', '1d5c', 'Dora Lindqvist', { enabled: false }),
    person('ulla', '1e6d', 'Ulla Brandt', { status: 'UNCONFIRMED' }),
    person('rita', '1f7e', 'Rita Salgado', { status: 'RESET_REQUIRED' }),
    withTelephone(person('mia', '1a8f', 'Mia Tanaka', { groups: ['readers'], preferredMfa: 'SMS_MFA' })),
  ];
}

function person(username: string, mark: string, name: string | null, special: Partial<PoolUser> = {}): PoolUser {
  return {
    username,
    sub: `${mark}7a52-60b1-4c3e-9d84-5f2e8b7c${mark}`,
    password: demoPassword,
    status: 'CONFIRMED',
    enabled: true,
    attributes: { email: `${username}@example.com`, email_verified: 'true', ...(name !== null && { name }) },
    groups: [],
    ...special,
  };
}

function withTelephone(user: PoolUser): PoolUser {
  const attributes = { ...user.attributes, phone_number: '+15555550123', phone_number_verified: 'true' };
  return { ...user, attributes };
}

function appClient(client: Pick<AppClient, 'id' | 'name'> & Partial<AppClient>): AppClient {
  return {
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    preventUserExistenceErrors: 'ENABLED',
    enableTokenRevocation: true,
    refreshTokenRotation: { feature: 'DISABLED', retryGracePeriodSeconds: 0 },
    authSessionValidityMinutes: 3,
    tokenLife: { idToken: 3600, accessToken: 3600, refreshToken: 30 * 24 * 3600 },
    ...client,
  };
}
