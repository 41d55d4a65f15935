// SMS_MFA: a code by text message.
import { codeByMessage } from './code-by-message.ts';

export const smsMfa = codeByMessage({ factor: 'SMS_MFA', medium: 'SMS', response: 'SMS_MFA_CODE' });
