// What the demo offers to run operations as beside its people: a click instead of typing. None of it is a secret.
import type { Credential } from '../../sessions/credential.ts';

export interface Offer {
  readonly name: string;
  readonly authMode: Credential['authMode'];
  readonly maySee: string;
  /** Fetches what is to be had fresh only. */
  readonly credential: () => Promise<Credential>;
}
