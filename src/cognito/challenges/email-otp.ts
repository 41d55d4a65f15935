// EMAIL_OTP: a code that Cognito has sent by e-mail.

import type { Challenge } from './challenge.ts';
import { anotherCode, codeForm } from './code-form.ts';

export const emailOtp: Challenge = {
  name: 'EMAIL_OTP',
  begin({ CODE_DELIVERY_DESTINATION: sentTo = 'the user’s e-mail address' }) {
    const form = codeForm({
      challengeName: this.name,
      title: 'Enter the code from the e-mail',
      help: `Cognito has sent it to ${sentTo}. ${anotherCode}`,
    });
    return { ok: true, value: { move: 'ask', form } };
  },
};
