// What stands in the sign-in form, and what is missing from it. Reads the browser's own inputs; keeps nothing.
import type { AuthFlow } from '../settings/connection.ts';
import { textOf } from './text-of.ts';

export interface Typed {
  readonly username: string;
  readonly password: string;
  /** Empty where the form has no such field, or nothing in it. */
  readonly clientSecret: string;
}

export interface Missing {
  readonly field: keyof Typed;
  readonly text: string;
}

/** What a press sets going. */
export type Way = 'sign-in' | 'forgot-password' | 'confirm-sign-up';

export function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  return {
    username: textOf(data, 'username').trim(),
    password: textOf(data, 'password'),
    clientSecret: textOf(data, 'clientSecret').trim(),
  };
}

const whoIsNeeded: Record<Way, string> = {
  'sign-in': 'Needed: the user name, or an alias of it that the pool accepts.',
  'forgot-password': 'Needed: whose password is to be set anew.',
  'confirm-sign-up': 'Needed: who has signed up.',
};

/** The first thing that this way in cannot do without. */
export function missingFrom(
  typed: Typed,
  way: Way,
  { authFlow, clientSecret }: { authFlow: AuthFlow; clientSecret: boolean },
): Missing | undefined {
  if (typed.username === '') return { field: 'username', text: whoIsNeeded[way] };
  if (typed.password === '' && way === 'sign-in' && authFlow !== 'CUSTOM_AUTH')
    return { field: 'password', text: 'Needed.' };
  if (typed.clientSecret === '' && clientSecret)
    return {
      field: 'clientSecret',
      text: 'Needed: the connection says that its app client has a secret. If it has none, edit the connection.',
    };
  return undefined;
}
