// What Cognito's own claims mean, one line each, in the order in which a person asks for them. Words only, no judgement.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html

export type TokenKind = 'id' | 'access';

export type ClaimSection = 'may' | 'who' | 'when' | 'origin';

export interface KnownClaim {
  readonly name: string;
  readonly section: ClaimSection;
  readonly meaning: string | Readonly<Record<TokenKind, string>>;
  /** How the value is to be read; absent: as it is. `seconds`: a time since 1970. `spaced`: a list with spaces between. */
  readonly reads?: 'seconds' | 'spaced';
}

const userName = 'The user name in the pool.';

export const knownClaims: readonly KnownClaim[] = [
  { name: 'cognito:groups', section: 'may', meaning: 'Groups the user was in when this token was issued.' },
  {
    name: 'scope',
    section: 'may',
    meaning: 'What the token opens at Cognito itself and at APIs that go by scopes.',
    reads: 'spaced',
  },
  { name: 'cognito:preferred_role', section: 'may', meaning: 'IAM role of the group that comes first.' },
  { name: 'cognito:roles', section: 'may', meaning: 'IAM roles of all the user’s groups.' },

  { name: 'cognito:username', section: 'who', meaning: userName },
  { name: 'username', section: 'who', meaning: userName },
  { name: 'sub', section: 'who', meaning: 'The user’s id in the pool, which no rename changes.' },
  { name: 'preferred_username', section: 'who', meaning: 'The name the user goes by; may serve to sign in.' },
  { name: 'name', section: 'who', meaning: 'Full name.' },
  { name: 'given_name', section: 'who', meaning: 'First name.' },
  { name: 'middle_name', section: 'who', meaning: 'Middle name.' },
  { name: 'family_name', section: 'who', meaning: 'Last name.' },
  { name: 'nickname', section: 'who', meaning: 'Nickname.' },
  { name: 'email', section: 'who', meaning: 'E-mail address.' },
  { name: 'email_verified', section: 'who', meaning: 'Whether that address is proven to be the user’s.' },
  { name: 'phone_number', section: 'who', meaning: 'Phone number.' },
  { name: 'phone_number_verified', section: 'who', meaning: 'Whether that number is proven to be the user’s.' },
  { name: 'address', section: 'who', meaning: 'Postal address.' },
  { name: 'birthdate', section: 'who', meaning: 'Date of birth.' },
  { name: 'gender', section: 'who', meaning: 'Gender.' },
  { name: 'locale', section: 'who', meaning: 'Language and country.' },
  { name: 'zoneinfo', section: 'who', meaning: 'Time zone.' },
  { name: 'picture', section: 'who', meaning: 'Address of a picture.' },
  { name: 'profile', section: 'who', meaning: 'Address of a profile page.' },
  { name: 'website', section: 'who', meaning: 'Address of a web site.' },
  { name: 'updated_at', section: 'who', meaning: 'When these attributes last changed.', reads: 'seconds' },
  { name: 'identities', section: 'who', meaning: 'The user’s profiles at other identity providers (Google, SAML …).' },

  { name: 'exp', section: 'when', meaning: 'Expires: AppSync refuses it from then on.', reads: 'seconds' },
  { name: 'iat', section: 'when', meaning: 'Issued: at the sign-in, or at the latest renewal.', reads: 'seconds' },
  { name: 'auth_time', section: 'when', meaning: 'Signed in: a renewal does not change it.', reads: 'seconds' },

  { name: 'token_use', section: 'origin', meaning: 'Which of the two kinds of token this is.' },
  { name: 'iss', section: 'origin', meaning: 'The user pool that issued it.' },
  {
    name: 'aud',
    section: 'origin',
    meaning: {
      id: 'The app client that was signed in to; client_id in the access token.',
      access: 'The one API this token is meant for.',
    },
  },
  { name: 'client_id', section: 'origin', meaning: 'The app client that was signed in to; aud in the ID token.' },
  { name: 'device_key', section: 'origin', meaning: 'The device, where the pool keeps track of devices.' },
  { name: 'acr', section: 'origin', meaning: 'How strongly the user proved who they are.' },
  { name: 'amr', section: 'origin', meaning: 'What they proved it with.' },
  { name: 'jti', section: 'origin', meaning: 'Id of this one token.' },
  {
    name: 'origin_jti',
    section: 'origin',
    meaning: 'Id of the sign-in: its renewals share it, and are revoked by it.',
  },
  { name: 'event_id', section: 'origin', meaning: 'Id of the sign-in event.' },
  { name: 'nonce', section: 'origin', meaning: 'What the app sent along to managed login, against replays.' },
  { name: 'at_hash', section: 'origin', meaning: 'Hash of the access token that came with it.' },
  { name: 'version', section: 'origin', meaning: 'Version of the token’s layout.' },
];
