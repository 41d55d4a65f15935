// What the page and the SRP worker say to each other; types only. Both sides come from one build.

import type { NewDevice } from './device.ts';
import type { DeviceVerifier, SrpChallenge, SrpProof } from './srp-exchange.ts';

/** `call` numbers the requests; the number of the `begin` names the exchange afterwards. */
export type SrpRequest =
  | { readonly call: number; readonly ask: 'begin' }
  | { readonly call: number; readonly ask: 'new-device'; readonly device: NewDevice }
  | { readonly call: number; readonly ask: 'prove'; readonly exchange: number; readonly challenge: SrpChallenge };

export type SrpAnswer =
  | { readonly call: number; readonly outcome: 'begun'; readonly srpA: string }
  | { readonly call: number; readonly outcome: 'proved'; readonly proof: SrpProof }
  | { readonly call: number; readonly outcome: 'new-device'; readonly verifier: DeviceVerifier }
  /** `detail` where the challenge cannot be from a user pool. */
  | { readonly call: number; readonly outcome: 'failed'; readonly detail?: string | undefined };
