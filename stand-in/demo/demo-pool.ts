// The demo's user pool. Its people differ in their groups, its app clients in what they allow; ids are the same at each start.
import type { AppClient, PasswordPolicy, UserPool } from '../cognito/user-pool.ts';
import { demoPeople } from './demo-people.ts';
import { riddle } from './riddle.ts';

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
  srpOnly: '9demosrponly0000000000clie',
  adminOnly: '1demoadminonly00000000clie',
  adminWithSecret: '2demoadminwithsecret00clie',
  customAuth: '3democustomauth0000000clie',
  secretRotating: '0demosecretrotating000clie',
} as const;

/** Of every app client of the demo that has one. */
export const demoClientSecret = 'not0a0secret0but0a0demo0of0one0in0a0public0repository';

export const demoPasswordPolicy: PasswordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 7,
};

const rotation = { feature: 'ENABLED', retryGracePeriodSeconds: 10 } as const;

export function demoPool(): UserPool {
  return {
    id: demoPoolId,
    region: demoRegion,
    name: 'demo',
    aliasAttributes: [],
    requiredAttributes: ['email', 'name'],
    passwordPolicy: demoPasswordPolicy,
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
    customAuth: riddle,
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
        refreshTokenRotation: rotation,
      }),
      appClient({ id: demoClientIds.withSecret, name: 'with-secret', secret: demoClientSecret }),
      appClient({
        id: demoClientIds.srpOnly,
        name: 'srp-only',
        explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
      appClient({
        id: demoClientIds.adminOnly,
        name: 'admin-only',
        explicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
      appClient({
        id: demoClientIds.adminWithSecret,
        name: 'admin-with-secret',
        secret: demoClientSecret,
        explicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
      appClient({
        id: demoClientIds.customAuth,
        name: 'custom-auth',
        explicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
      appClient({
        id: demoClientIds.secretRotating,
        name: 'secret-rotating',
        secret: demoClientSecret,
        explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
        refreshTokenRotation: rotation,
      }),
    ],
    users: demoPeople(demoPassword),
  };
}

/** What is not named is as the demo's main client has it. */
export function appClient(client: Pick<AppClient, 'id' | 'name'> & Partial<AppClient>): AppClient {
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
