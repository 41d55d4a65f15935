// What every authentication flow has in common.
import type { Cognito } from '../cognito.ts';
import type { AuthAnswer } from '../next-answer.ts';
import type { AllowedFlow, AppClient, UserPool } from '../user-pool.ts';

export type BeginningOperation = 'InitiateAuth' | 'AdminInitiateAuth';

export interface Flow {
  /** Values of AuthFlow. */
  readonly names: readonly string[];
  readonly begunBy: readonly BeginningOperation[];
  /** What the app client must allow. */
  readonly permission: AllowedFlow;
  readonly requiredParameters: readonly string[];
  /** Throws where the client may not use the flow for another reason; looked at before `permission`. */
  refuseClient?(client: AppClient): void;
  begin(start: FlowStart, cognito: Cognito): AuthAnswer | Promise<AuthAnswer>;
}

export interface FlowStart {
  readonly pool: UserPool;
  readonly client: AppClient;
  /** AuthParameters; the required ones are there. */
  readonly parameters: Readonly<Record<string, string>>;
}
