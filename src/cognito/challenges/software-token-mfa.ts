// SOFTWARE_TOKEN_MFA: a code of an authenticator app.

import type { Challenge } from './challenge.ts';
import { codeForm } from './code-form.ts';

export const softwareTokenMfa: Challenge = {
  name: 'SOFTWARE_TOKEN_MFA',
  begin({ FRIENDLY_DEVICE_NAME: device = '' }) {
    const form = codeForm({
      challengeName: this.name,
      title: 'Enter the code of the authenticator app',
      help: `It has six digits and changes every 30 seconds${device === '' ? '' : `; it was set up as “${device}”`}.`,
      explain: (error, general) =>
        error.code === 'CodeMismatchException'
          ? {
              ...general,
              why: 'It is mistyped, of another entry in the app, or the clock of the device that shows it is wrong.',
              next: 'Type the code that is shown now; if it fails again, check that device’s clock.',
            }
          : general,
    });
    return { ok: true, value: { move: 'ask', form } };
  },
};
