// What a sign-in has come to so far: carried from challenge to challenge, each of which adds what it has learned.
import type { ChallengeResult } from './custom-auth-triggers.ts';
import type { Device } from './devices.ts';
import type { AppClient, MfaFactor, PoolUser, UserPool } from './user-pool.ts';

export interface Progress {
  readonly pool: UserPool;
  readonly client: AppClient;
  readonly user: PoolUser;
  /** True until the password is proven, where the sign-in began without. */
  readonly passwordOwed?: boolean;
  /** What the user chose of several second factors. */
  readonly chosenFactor?: MfaFactor;
  /** Nothing is asked for any more beside the password. */
  readonly secondFactorDone?: true;
  /** The one that the client has named. */
  readonly device?: Device;
  /** SRP_A of the device, between the two challenges in which it proves itself. */
  readonly deviceClientPublic?: string;
  readonly deviceProven?: true;
  /** Where the sign-in is one of CUSTOM_AUTH, in which the pool's triggers decide and no second factor is asked for. */
  readonly customAuth?: CustomAuth;
}

export interface CustomAuth extends CustomAuthSoFar {
  /** What DefineAuthChallenge said last. */
  readonly next: 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE' | 'tokens';
}

export interface CustomAuthSoFar {
  /** The challenges answered, in order. */
  readonly session: readonly ChallengeResult[];
  /** True: the user is made up, to hide that there is none. */
  readonly userNotFound: boolean;
}
