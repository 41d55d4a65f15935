// CUSTOM_AUTH, in a pool that has no Lambda triggers for it: what clients meet that fall into it by mistake.
import { invalidParameter } from '../cognito-error.ts';
import type { Flow } from './flow.ts';

export const customAuth: Flow = {
  names: ['CUSTOM_AUTH'],
  begunBy: ['InitiateAuth', 'AdminInitiateAuth'],
  permission: 'ALLOW_CUSTOM_AUTH',
  requiredParameters: ['USERNAME'],

  begin() {
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.');
  },
};
