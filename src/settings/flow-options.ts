// The flows a connection can sign in by, in words: what each does, when to use it, and what the app client must allow.
import type { AuthFlow } from './connection.ts';

interface FlowWords {
  /** In the connection's one line on the sign-in panel. */
  readonly short: string;
  readonly label: string;
  readonly help: string;
}

export const flowWords: Record<AuthFlow, FlowWords> = {
  USER_SRP_AUTH: {
    short: 'SRP flow',
    label: 'SRP (USER_SRP_AUTH)',
    help: 'The usual one: the password never leaves this page. The app client must allow ALLOW_USER_SRP_AUTH.',
  },
  USER_PASSWORD_AUTH: {
    short: 'password flow',
    label: 'Password (USER_PASSWORD_AUTH)',
    help: 'The password goes to Cognito over TLS: for pools that migrate users, or clients without SRP. Needs ALLOW_USER_PASSWORD_AUTH.',
  },
  CUSTOM_AUTH: {
    short: 'custom flow',
    label: 'Custom (CUSTOM_AUTH)',
    help: 'What the pool’s own Lambda triggers ask, with or without a password first. Needs ALLOW_CUSTOM_AUTH.',
  },
  ADMIN_USER_PASSWORD_AUTH: {
    short: 'admin flow',
    label: 'Admin (ADMIN_USER_PASSWORD_AUTH)',
    help: 'For app clients of a backend: the helper signs with your own AWS credentials. Needs ALLOW_ADMIN_USER_PASSWORD_AUTH.',
  },
};

const order: readonly AuthFlow[] = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH', 'ADMIN_USER_PASSWORD_AUTH'];

export const flowOptions = order.map((value) => ({ value, ...flowWords[value] }));
