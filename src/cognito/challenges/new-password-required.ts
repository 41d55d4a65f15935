// NEW_PASSWORD_REQUIRED: a user made by an administrator chooses a password at the first sign-in, and fills in the
// attributes that the pool requires and that are still empty.

import * as v from 'valibot';
import {
  respond,
  type Answers,
  type Challenge,
  type ChallengePrompt,
  type Form,
  type Sends,
  type TextField,
} from './challenge.ts';
import { explainPolicy } from './password-policy.ts';
import { jsonText, readParameters } from './read-parameters.ts';

const PREFIX = 'userAttributes.';

const parametersOfNewPassword = v.object({
  requiredAttributes: v.optional(v.pipe(jsonText, v.array(v.string())), '[]'),
  userAttributes: v.optional(v.pipe(jsonText, v.record(v.string(), v.unknown())), '{}'),
});

export const newPasswordRequired: Challenge = {
  name: 'NEW_PASSWORD_REQUIRED',
  begin(parameters) {
    const read = readParameters(this.name, parametersOfNewPassword, parameters);
    if (!read.ok) return read;
    const { requiredAttributes, userAttributes } = read.value;
    // "Cannot modify an already provided ...": Cognito refuses an attribute here that has a value.
    const missing = requiredAttributes
      .map((name) => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name))
      .filter((name) => (userAttributes[name] ?? '') === '');
    return { ok: true, value: { move: 'ask', form: formFor(missing) } };
  },
};

function formFor(missing: readonly string[]): Form {
  const prompt = promptFrom(missing);
  return {
    prompt,
    answered: (answers) => respond(prompt.doing, responsesFrom(answers, prompt)),
    explain(error, general) {
      if (error.code === 'InvalidPasswordException') return explainPolicy(error, general);
      const missed = /invalid attributes given, (?:userAttributes\.)?([\w:-]+) is missing/i.exec(
        error.awsMessage ?? '',
      )?.[1];
      return missed === undefined ? general : { ...general, next: `Fill in: ${attributeField(missed).label}.` };
    },
  };
}

function responsesFrom(answers: Answers, prompt: ChallengePrompt): Sends {
  return Object.fromEntries(
    prompt.fields.flatMap(({ name, type }) => {
      const answer = type === 'password' ? (answers[name] ?? '') : (answers[name] ?? '').trim();
      return answer === '' ? [] : [[name, answer]];
    }),
  );
}

function promptFrom(missing: readonly string[]): ChallengePrompt {
  return {
    challengeName: 'NEW_PASSWORD_REQUIRED',
    title: 'Choose a new password',
    help:
      missing.length === 0
        ? 'The password you signed in with is temporary. The new one must fit the policy of the user pool.'
        : 'The password you signed in with is temporary. The pool also wants to know a little more about this user.',
    submit: 'Set password and sign in',
    doing: 'Setting the new password',
    fields: [
      { name: 'NEW_PASSWORD', label: 'New password', type: 'password', autocomplete: 'new-password', required: true },
      ...missing.map(attributeField),
    ],
  };
}

type Drawn = Omit<TextField, 'name' | 'required'>;

/** The standard attributes (OpenID Connect's) that a pool may require; others are drawn as plain text. */
const drawn: Readonly<Record<string, Drawn>> = {
  address: { label: 'Address', type: 'text', autocomplete: 'street-address' },
  birthdate: { label: 'Date of birth', type: 'date', autocomplete: 'bday' },
  email: { label: 'E-mail address', type: 'email', autocomplete: 'email' },
  family_name: { label: 'Family name', type: 'text', autocomplete: 'family-name' },
  gender: { label: 'Gender', type: 'text', autocomplete: 'sex' },
  given_name: { label: 'Given name', type: 'text', autocomplete: 'given-name' },
  locale: { label: 'Locale', type: 'text', autocomplete: 'language', help: 'Such as en-GB.' },
  middle_name: { label: 'Middle name', type: 'text', autocomplete: 'additional-name' },
  name: { label: 'Name', type: 'text', autocomplete: 'name' },
  nickname: { label: 'Nickname', type: 'text', autocomplete: 'nickname' },
  phone_number: { label: 'Phone number', type: 'tel', autocomplete: 'tel', help: 'With the country: +15551234567.' },
  picture: { label: 'Picture (URL)', type: 'url', autocomplete: 'photo' },
  preferred_username: { label: 'Preferred user name', type: 'text', autocomplete: 'off' },
  profile: { label: 'Profile (URL)', type: 'url', autocomplete: 'url' },
  updated_at: { label: 'Updated at', type: 'text', autocomplete: 'off', help: 'Seconds since 1970.' },
  website: { label: 'Website', type: 'url', autocomplete: 'url' },
  zoneinfo: { label: 'Time zone', type: 'text', autocomplete: 'off', help: 'Such as Europe/Zurich.' },
};

function attributeField(attribute: string): TextField {
  const known = Object.hasOwn(drawn, attribute) ? drawn[attribute] : undefined;
  return {
    name: `${PREFIX}${attribute}`,
    required: true,
    ...(known ?? { label: attribute, type: 'text', autocomplete: 'off' }),
  };
}
