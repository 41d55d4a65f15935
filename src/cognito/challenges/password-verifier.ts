// PASSWORD_VERIFIER: the second half of SRP. The password is proved without being sent.

import * as v from 'valibot';
import type { ProofChallenge } from './challenge.ts';

/** N has 768 hex digits, and Cognito may put 00 in front. */
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,770}$/i));

const parametersOfVerifier = v.object({
  SALT: hex,
  SRP_B: hex,
  SECRET_BLOCK: v.pipe(v.string(), v.minLength(1)),
  USER_ID_FOR_SRP: v.pipe(v.string(), v.minLength(1)),
});

export const passwordVerifier: ProofChallenge = {
  kind: 'proof',
  name: 'PASSWORD_VERIFIER',
  doing: 'Proving the password',
  request(parameters) {
    const parsed = v.safeParse(parametersOfVerifier, parameters);
    if (!parsed.success) {
      const name = v.getDotPath(parsed.issues[0]) ?? 'parameters';
      return { ok: false, wrong: `the ${name} of its PASSWORD_VERIFIER challenge is missing or malformed` };
    }
    const { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock, USER_ID_FOR_SRP: userIdForSrp } = parsed.output;
    return { ok: true, value: { salt, srpB, secretBlock, userIdForSrp } };
  },
  responses: ({ secretBlock }, { signature, timestamp }) => ({
    PASSWORD_CLAIM_SIGNATURE: signature,
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
    TIMESTAMP: timestamp,
  }),
};
