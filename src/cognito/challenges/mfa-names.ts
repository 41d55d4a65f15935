// AWS's names of second factors, in words.

import type { ChoiceOption } from './challenge.ts';

/** EMAIL_MFA is what AWS's documentation calls EMAIL_OTP in places: both are taken, and sent back as they came. */
const known: Readonly<Record<string, Omit<ChoiceOption, 'value'>>> = {
  SMS_MFA: { label: 'Text message', help: 'Cognito sends a code to the user’s phone number.' },
  SOFTWARE_TOKEN_MFA: { label: 'Authenticator app', help: 'A code that the app shows.' },
  EMAIL_OTP: { label: 'E-mail', help: 'Cognito sends a code to the user’s e-mail address.' },
  EMAIL_MFA: { label: 'E-mail', help: 'Cognito sends a code to the user’s e-mail address.' },
};

export function factorOption(value: string): ChoiceOption {
  const words = Object.hasOwn(known, value) ? known[value] : undefined;
  return { value, ...(words ?? { label: value }) };
}
