// DEVICE_PASSWORD_VERIFIER: the second half of a device's SRP, with the password that this app drew for it.

import * as v from 'valibot';
import type { Challenge } from './challenge.ts';
import { readParameters } from './read-parameters.ts';
import { needed, proveAndRespond, srpParameters } from './srp-verifier.ts';

const parametersOfVerifier = v.object({ ...srpParameters, DEVICE_KEY: needed });

export const devicePasswordVerifier: Challenge = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  begin(parameters) {
    const read = readParameters(this.name, parametersOfVerifier, parameters);
    return read.ok ? { ok: true, value: proveAndRespond('device', read.value, read.value.DEVICE_KEY) } : read;
  },
};
