// PASSWORD_VERIFIER: the second half of SRP. The password is proved without being sent.

import * as v from 'valibot';
import type { Challenge } from './challenge.ts';
import { readParameters } from './read-parameters.ts';
import { needed, proveAndRespond, srpParameters } from './srp-verifier.ts';

const parametersOfVerifier = v.object({ ...srpParameters, USER_ID_FOR_SRP: needed });

export const passwordVerifier: Challenge = {
  name: 'PASSWORD_VERIFIER',
  begin(parameters) {
    const read = readParameters(this.name, parametersOfVerifier, parameters);
    return read.ok ? { ok: true, value: proveAndRespond('user', read.value, read.value.USER_ID_FOR_SRP) } : read;
  },
};
