import { expect, test } from 'vitest';
import { askerOf, demoNow } from './blog-test-callers.ts';
import { teamApi } from './team-api.ts';

const everybody = ['carol', 'alice', 'bob', 'erin'] as const;

test.each([
  ['salaries: @aws_auth is followed', '{ salaries { amount } }', ['carol']],
  ['rota: any one of the groups', '{ rota { on from member { name } } }', ['carol', 'alice']],
  ['homePhone: @aws_auth on a nested field is not followed', '{ team { homePhone } }', everybody],
  ['nextOfKin: @aws_cognito_user_pools is', '{ member(id: "bob") { nextOfKin } }', ['carol']],
  ['notices: not marked', '{ notices { text } }', everybody],
  ['removeNotice: on mutations as well', 'mutation { removeNotice(id: "notice-01") { id } }', ['carol', 'alice']],
])('%s', async (_, query, readers) => {
  const ask = askerOf(teamApi());
  const answers = await Promise.all(everybody.map((name) => ask(name, query)));
  expect(everybody.filter((_name, place) => answers[place]?.errors === undefined)).toStrictEqual([...readers]);
});

test('a notice is put up in the caller’s name, on top', async () => {
  const ask = askerOf(teamApi());
  await ask('erin', 'mutation { postNotice(text: "Hello") { id } }');
  const { data } = await ask('bob', '{ notices { id by at } }');
  expect(data).toMatchObject({ notices: [{ id: 'notice-04', by: 'erin', at: demoNow }, {}, {}, {}] });
});
