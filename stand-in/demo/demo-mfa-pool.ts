// The demo's second user pool, which demands a second factor of everybody. Nobody has one yet, so that each must set it up.
import type { UserPool } from '../cognito/user-pool.ts';
import { person } from './demo-people.ts';
import { appClient, demoPassword, demoPasswordPolicy, demoRegion } from './demo-pool.ts';

export const demoMfaPoolId = 'eu-west-1_Dem0Mfa2x';
export const demoMfaClientId = '1demomfarequired000000clie';

export function demoMfaPool(): UserPool {
  return {
    id: demoMfaPoolId,
    region: demoRegion,
    name: 'demo-mfa',
    aliasAttributes: [],
    requiredAttributes: ['email'],
    passwordPolicy: demoPasswordPolicy,
    mfaConfiguration: 'ON',
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    groups: ['readers'],
    clients: [appClient({ id: demoMfaClientId, name: 'mfa-web' })],
    users: [
      person(demoPassword, 'max', '3fd4', 'Max Oduya', { groups: ['readers'] }),
      // Has a temporary password as well: a new one first, then the second factor.
      person(demoPassword, 'nora', '30e5', 'Nora Pettersen', { groups: ['readers'], status: 'FORCE_CHANGE_PASSWORD' }),
    ],
  };
}
