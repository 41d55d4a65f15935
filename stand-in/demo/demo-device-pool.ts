// The demo's third user pool, which tracks devices.
import type { UserPool } from '../cognito/user-pool.ts';
import { person } from './demo-people.ts';
import { appClient, demoPassword, demoPasswordPolicy, demoRegion } from './demo-pool.ts';

export const demoDevicePoolId = 'eu-west-1_Dem0Dev3x';
export const demoDeviceClientId = '1demotrackeddevices000clie';

export function demoDevicePool(): UserPool {
  return {
    id: demoDevicePoolId,
    region: demoRegion,
    name: 'demo-devices',
    aliasAttributes: [],
    requiredAttributes: ['email'],
    passwordPolicy: demoPasswordPolicy,
    mfaConfiguration: 'OFF',
    enabledMfas: [],
    deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false },
    groups: ['readers'],
    clients: [appClient({ id: demoDeviceClientId, name: 'devices-web' })],
    users: [person(demoPassword, 'vera', '31f6', 'Vera Holt', { groups: ['readers'] })],
  };
}
