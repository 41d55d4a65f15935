// One identity of a comparison, as the runner needs it: a name for people, and a way to authorize a request. It holds no token.

import type { AuthMode, Authorize } from '../appsync/authorization.ts';

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly mark: { readonly letter: string; readonly hue: number };
  readonly groups: readonly string[];
  readonly authMode: AuthMode;
  readonly tokenKind?: 'id' | 'access';
  readonly authorize: Authorize;
  /** Fetches a fresh token; absent where there is no such thing. */
  readonly renew?: () => Promise<{ readonly ok: boolean }>;
  /** Its time is over, and this would mend it; absent as long as it can ask. */
  readonly over?: 'sign-in' | 'new-token';
  /** What its token says, unverified; undefined where it has none. */
  readonly claims?: () => Readonly<Record<string, unknown>> | undefined;
}

/** "ID token, editors", "API key". */
export function participantKind({ authMode, tokenKind, groups }: Omit<Participant, 'authorize' | 'mark'>): string {
  const kinds: Record<AuthMode, string> = {
    AMAZON_COGNITO_USER_POOLS: tokenKind === 'access' ? 'access token' : 'ID token',
    API_KEY: 'API key',
    OPENID_CONNECT: 'OIDC token',
    AWS_LAMBDA: 'Lambda token',
    AWS_IAM: 'IAM',
    NONE: 'nobody',
  };
  const inGroups = groups.length > 0 ? groups : authMode === 'AMAZON_COGNITO_USER_POOLS' ? ['no group'] : [];
  return [kinds[authMode], ...inGroups].join(', ');
}
