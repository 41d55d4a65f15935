// EMAIL_OTP: a code by e-mail.
import { codeByMessage } from './code-by-message.ts';

export const emailOtp = codeByMessage({ factor: 'EMAIL_OTP', medium: 'EMAIL', response: 'EMAIL_OTP_CODE' });
