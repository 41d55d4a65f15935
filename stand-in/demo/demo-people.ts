// The people of the demo's main user pool: those a newcomer meets first, and one for each further way in or refusal.
import type { PoolUser } from '../cognito/user-pool.ts';

/** What their authenticator apps were given. In a public repository, so no secrets. */
export const demoTotpSecrets = {
  tom: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  sam: 'ORUGS4ZANFZSA3TPEBZWKY3SMV2C4LRO',
} as const;

/** Everybody has the same password. */
export function demoPeople(password: string): PoolUser[] {
  return [...firstPeople(password), ...peopleWhoCannotEnter(password), ...peopleAskedForMore(password)];
}

function firstPeople(password: string): PoolUser[] {
  return [
    person(password, 'carol', '0c1d', 'Carol Adair', { groups: ['admins'] }),
    person(password, 'alice', '0a1e', 'Alice Monteiro', { groups: ['editors'] }),
    person(password, 'bob', '0b2f', 'Bob Okafor', { groups: ['readers'] }),
    person(password, 'erin', '0e3a', 'Erin Vance'),
    // Has a temporary password, and no name, which the pool requires.
    person(password, 'nina', '0f4b', null, { groups: ['readers'], status: 'FORCE_CHANGE_PASSWORD' }),
  ];
}

/** One for each reason that Cognito refuses a right password. */
function peopleWhoCannotEnter(password: string): PoolUser[] {
  return [
    person(password, 'dora', '1d5c', 'Dora Lindqvist', { enabled: false }),
    person(password, 'ulla', '1e6d', 'Ulla Brandt', {
      status: 'UNCONFIRMED',
      attributes: { email: 'ulla@example.com', email_verified: 'false', name: 'Ulla Brandt' },
    }),
    person(password, 'rita', '1f7e', 'Rita Salgado', { status: 'RESET_REQUIRED' }),
  ];
}

/** One for each thing Cognito asks for after the password, or in its place. */
function peopleAskedForMore(password: string): PoolUser[] {
  const softwareToken = (secret: string) => ({ secret, friendlyName: 'pretend phone', verified: true });
  return [
    withTelephone('+15555550123', {
      ...person(password, 'mia', '1a8f', 'Mia Tanaka', { groups: ['readers'] }),
      enabledMfas: ['SMS_MFA'],
      preferredMfa: 'SMS_MFA',
    }),
    person(password, 'tom', '2b90', 'Tom Achterberg', {
      groups: ['readers'],
      enabledMfas: ['SOFTWARE_TOKEN_MFA'],
      preferredMfa: 'SOFTWARE_TOKEN_MFA',
      softwareToken: softwareToken(demoTotpSecrets.tom),
    }),
    person(password, 'emma', '2ca1', 'Emma Castellanos', {
      groups: ['readers'],
      enabledMfas: ['EMAIL_OTP'],
      preferredMfa: 'EMAIL_OTP',
    }),
    // Prefers neither of two.
    withTelephone('+15555550145', {
      ...person(password, 'sam', '2db2', 'Sam Whitlock', { groups: ['readers'] }),
      enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
      softwareToken: softwareToken(demoTotpSecrets.sam),
    }),
    person(password, 'cleo', '2ec3', 'Cleo Anand', { groups: ['readers'] }),
  ];
}

/** @param mark four hexadecimal digits that are this person's alone */
export function person(
  password: string,
  username: string,
  mark: string,
  name: string | null,
  special: Partial<PoolUser> = {},
): PoolUser {
  return {
    username,
    sub: `${mark}7a52-60b1-4c3e-9d84-5f2e8b7c${mark}`,
    password,
    status: 'CONFIRMED',
    enabled: true,
    attributes: { email: `${username}@example.com`, email_verified: 'true', ...(name !== null && { name }) },
    groups: [],
    ...special,
  };
}

function withTelephone(number: string, user: PoolUser): PoolUser {
  return { ...user, attributes: { ...user.attributes, phone_number: number, phone_number_verified: 'true' } };
}
