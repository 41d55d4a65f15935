// SMS_MFA: a code that Cognito has sent by text message.

import type { Challenge } from './challenge.ts';
import { anotherCode, codeForm } from './code-form.ts';

export const smsMfa: Challenge = {
  name: 'SMS_MFA',
  begin({ CODE_DELIVERY_DESTINATION: sentTo = 'the user’s phone number' }) {
    const form = codeForm({
      challengeName: this.name,
      title: 'Enter the code from the text message',
      help: `Cognito has sent it to ${sentTo}. ${anotherCode}`,
    });
    return { ok: true, value: { move: 'ask', form } };
  },
};
