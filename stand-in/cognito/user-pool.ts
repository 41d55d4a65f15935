// A user pool as data: its app clients, its users, its rules. The words are AWS's (DescribeUserPool, DescribeUserPoolClient,
// AdminGetUser). Fields that a running pool changes are not readonly; a test may change them too, as an administrator would.
import type { CustomAuthTriggers } from './custom-auth-triggers.ts';

export interface UserPool {
  /** `{region}_{9 letters and digits}` */
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** Attributes whose value, once verified, may be typed in place of the user name. */
  readonly aliasAttributes: readonly AddressAttribute[];
  /** Attributes that are typed as the user name, which is in truth the user's `sub`. Absent = user names are what they are. */
  readonly usernameAttributes?: readonly AddressAttribute[];
  /** Standard attributes that every user must have. */
  readonly requiredAttributes: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
  /** ON demands a second factor of everybody: who has none is made to set one up. */
  readonly mfaConfiguration: 'OFF' | 'ON' | 'OPTIONAL';
  /** The second factors users may have. */
  readonly enabledMfas: readonly MfaFactor[];
  /** Absent = devices are not tracked. */
  readonly deviceConfiguration?: DeviceConfiguration;
  /** Absent = the pool cannot do CUSTOM_AUTH. */
  readonly customAuth?: CustomAuthTriggers;
  /** In the order of their precedence. */
  readonly groups: readonly string[];
  readonly clients: readonly AppClient[];
  readonly users: PoolUser[];
}

export type AddressAttribute = 'email' | 'phone_number';

/** Also the names of their challenges. */
export type MfaFactor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

export interface DeviceConfiguration {
  /** True: a remembered device stands for the second factor. */
  readonly challengeRequiredOnNewDevice: boolean;
  /** True: remembering a device is for the user to decide. */
  readonly deviceOnlyRememberedOnUserPrompt: boolean;
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
  | 'ALLOW_USER_SRP_AUTH'
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_CUSTOM_AUTH';

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

/** EXTERNAL_PROVIDER: the user comes from Google, SAML and the like, and has no password here. */
export type UserStatus = 'CONFIRMED' | 'UNCONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD' | 'EXTERNAL_PROVIDER';

export interface PoolUser {
  readonly username: string;
  readonly sub: string;
  password: string;
  status: UserStatus;
  enabled: boolean;
  /** As Cognito keeps them: strings, `email_verified` too. Without `sub`. */
  attributes: Readonly<Record<string, string>>;
  groups: readonly string[];
  /** UserMFASettingList; absent = none. */
  enabledMfas?: readonly MfaFactor[];
  /** Which of several is asked for; with several and none preferred, the user is asked which (PreferredMfaSetting). */
  preferredMfa?: MfaFactor;
  /** The authenticator app, if there is one. */
  softwareToken?: SoftwareToken;
}

export interface SoftwareToken {
  /** Base32, as the app was given it. */
  readonly secret: string;
  readonly friendlyName?: string;
  /** False while it is being set up: its codes are good for VerifySoftwareToken only. */
  readonly verified: boolean;
}
