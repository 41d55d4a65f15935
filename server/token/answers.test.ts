import { describe, expect, it } from 'vitest';
import type { ChallengeField, ChallengePrompt } from '../../src/cognito/challenges/challenge.ts';
import { createAnswers } from './answers.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const promptOf = (...fields: ChallengeField[]): ChallengePrompt => ({
  challengeName: 'X',
  title: 'X',
  help: '',
  submit: '',
  doing: '',
  fields,
});
const code = { name: 'C', label: 'Code', type: 'code', autocomplete: 'one-time-code', required: true } as const;
const newPassword = {
  name: 'NEW_PASSWORD',
  label: 'New password',
  type: 'password',
  autocomplete: 'new-password',
  required: true,
} as const;
const name = {
  name: 'userAttributes.name',
  label: 'Name',
  type: 'text',
  autocomplete: 'name',
  required: true,
} as const;
const answer = { name: 'ANSWER', label: 'Answer', type: 'text', autocomplete: 'off', required: true } as const;
const optional = { ...name, required: false } as const;
const choice = {
  name: 'ANSWER',
  label: 'Second factor',
  type: 'choice',
  required: true,
  options: [
    { value: 'SMS_MFA', label: 'Text message' },
    { value: 'SOFTWARE_TOKEN_MFA', label: 'App', help: 'six digits' },
  ],
} as const;

const sms = { APPSYNC_GRAPHIQL_ANSWER: 'SMS_MFA' };

describe('answers from the environment', () => {
  it.each<[string, ChallengeField, Record<string, string>, string]>([
    ['a code', code, { APPSYNC_GRAPHIQL_CODE: '123456' }, '123456'],
    ['a new password', newPassword, { APPSYNC_GRAPHIQL_NEW_PASSWORD: 'N3w!' }, 'N3w!'],
    ['a choice', choice, sms, 'SMS_MFA'],
    ['an answer to the pool’s own question', answer, { APPSYNC_GRAPHIQL_ANSWER: '42' }, '42'],
    ['nothing, where nothing is needed', optional, {}, ''],
  ])('%s', async (_, field, environment, given) => {
    expect(await createAnswers(environment, scriptedTerminal()).to(promptOf(field))).toEqual({ [field.name]: given });
  });

  it('are taken before a person is asked', async () => {
    const terminal = scriptedTerminal([]);
    const answers = createAnswers({ APPSYNC_GRAPHIQL_PASSWORD: 'Passw0rd!' }, terminal);
    expect(await answers.password({ optional: false })).toBe('Passw0rd!');
    expect(terminal.asked).toEqual([]);
  });

  it.each<[string, ChallengeField, Record<string, string>, RegExp]>([
    ['a code', code, {}, /^Code is asked for, .* Set APPSYNC_GRAPHIQL_CODE, or run this in a terminal\.$/],
    ['a new password', newPassword, {}, /Set APPSYNC_GRAPHIQL_NEW_PASSWORD/],
    ['a choice', choice, {}, /^A choice \(SMS_MFA, SOFTWARE_TOKEN_MFA\) .* Set APPSYNC_GRAPHIQL_ANSWER/],
    ['a choice that there is not', choice, { APPSYNC_GRAPHIQL_ANSWER: 'FAX' }, /none of what can be chosen: SMS_MFA/],
    ['an attribute', name, { APPSYNC_GRAPHIQL_ANSWER: 'x' }, /^Name is asked for, .* Answer it in a terminal\.$/],
  ])('without %s and without a terminal: a sentence, and exit code 4', async (_, field, environment, words) => {
    const given = createAnswers(environment, scriptedTerminal()).to(promptOf(field));
    await expect(given).rejects.toMatchObject({ exitCode: 4, message: expect.stringMatching(words) });
  });

  it('are given once: a refused code is not sent again', async () => {
    const answers = createAnswers({ APPSYNC_GRAPHIQL_CODE: '123456' }, scriptedTerminal());
    await answers.to(promptOf(code));
    await expect(answers.to(promptOf(code))).rejects.toThrow('What APPSYNC_GRAPHIQL_CODE says was used before.');
  });

  it('a password may be none, where the flow allows it', async () => {
    expect(await createAnswers({}, scriptedTerminal()).password({ optional: true })).toBe('');
  });
});

describe('answers of a person', () => {
  it('are hidden where they are secret, and asked for until they come', async () => {
    const terminal = scriptedTerminal(['', ' ', '123456', '', 'Nina']);
    expect(await createAnswers({}, terminal).to(promptOf(code, name))).toEqual({
      C: '123456',
      'userAttributes.name': 'Nina',
    });
    expect(terminal.asked).toEqual(['[Code: ]', '[Code: ]', '[Code: ]', 'Name: ', 'Name: ']);
  });

  it('a new password is typed twice', async () => {
    const terminal = scriptedTerminal(['one', 'two', 'N3w!', 'N3w!']);
    expect(await createAnswers({}, terminal).to(promptOf(newPassword))).toEqual({ NEW_PASSWORD: 'N3w!' });
    expect(terminal.said).toEqual(['The two are not the same.']);
    expect(terminal.asked[1]).toBe('[New password, again: ]');
  });

  it('a choice is a number or AWS’s own word', async () => {
    const terminal = scriptedTerminal(['0', '3', 'fax', '2']);
    expect(await createAnswers({}, terminal).to(promptOf(choice))).toEqual({ ANSWER: 'SOFTWARE_TOKEN_MFA' });
    expect(terminal.said).toEqual(['  1  Text message', '  2  App: six digits']);
    expect(await createAnswers({}, scriptedTerminal(['SMS_MFA'])).to(promptOf(choice))).toEqual({ ANSWER: 'SMS_MFA' });
  });

  it('what is not required may stay empty', async () => {
    expect(await createAnswers({}, scriptedTerminal([''])).to(promptOf(optional))).toEqual({ [name.name]: '' });
  });
});
