// A user pool as data: its app clients, its users, its rules. The words are AWS's (DescribeUserPool, DescribeUserPoolClient,
// AdminGetUser). Fields that a running pool changes are not readonly; a test may change them too, as an administrator would.

export interface UserPool {
  /** `{region}_{9 letters and digits}` */
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** Attributes whose value may be typed in place of the user name (UsernameAttributes, AliasAttributes). */
  readonly aliasAttributes: readonly ('email' | 'phone_number')[];
  /** Standard attributes that every user must have. */
  readonly requiredAttributes: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
  readonly mfaConfiguration: 'OFF' | 'ON' | 'OPTIONAL';
  /** In the order of their precedence. */
  readonly groups: readonly string[];
  readonly clients: readonly AppClient[];
  readonly users: PoolUser[];
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly temporaryPasswordValidityDays: number;
}

export type AllowedFlow =
  'ALLOW_USER_SRP_AUTH' | 'ALLOW_USER_PASSWORD_AUTH' | 'ALLOW_REFRESH_TOKEN_AUTH' | 'ALLOW_CUSTOM_AUTH';

export interface AppClient {
  /** 26 lower-case letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly secret?: string;
  readonly explicitAuthFlows: readonly AllowedFlow[];
  /** ENABLED hides whether a user exists; LEGACY says so. */
  readonly preventUserExistenceErrors: 'ENABLED' | 'LEGACY';
  readonly enableTokenRevocation: boolean;
  readonly refreshTokenRotation: { readonly feature: 'ENABLED' | 'DISABLED'; readonly retryGracePeriodSeconds: number };
  /** How long a challenge may stay unanswered. */
  readonly authSessionValidityMinutes: number;
  tokenLife: TokenLife;
}

/** Seconds. */
export interface TokenLife {
  readonly idToken: number;
  readonly accessToken: number;
  readonly refreshToken: number;
}

export type UserStatus = 'CONFIRMED' | 'UNCONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD';

export interface PoolUser {
  readonly username: string;
  readonly sub: string;
  password: string;
  status: UserStatus;
  enabled: boolean;
  /** As Cognito keeps them: strings, `email_verified` too. Without `sub`. */
  attributes: Readonly<Record<string, string>>;
  groups: readonly string[];
  /** The second factor asked for after the password. */
  preferredMfa?: 'SMS_MFA';
}
