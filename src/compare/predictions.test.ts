import { expect, test } from 'vitest';
import { accessRulesFrom, type Caller } from '../appsync/schema-access.ts';
import { answerTable } from './answer-table.ts';
import { predictedFields } from './predictions.ts';
import { answered, refusal } from './testing/answers.ts';

const rules = accessRulesFrom(`
  type Query @aws_cognito_user_pools { people: [Person!]! boss: Person }
  type Person @aws_cognito_user_pools {
    name: String
    salary: Int @aws_cognito_user_pools(cognito_groups: ["admins"])
    open: Int
  }
`);
const callers: readonly Caller[] = ['admins', 'readers'].map((group) => ({
  authMode: 'AMAZON_COGNITO_USER_POOLS',
  groups: [group],
}));

test('what the schema says stands beside what each got, and where the two disagree is told', () => {
  if (rules.kind !== 'rules') throw new Error(rules.message);
  const query = `query Q { people { ...P } chief: boss { pay: salary } other }
    fragment P on Person { name salary open ...P }`;
  const table = answerTable([
    answered({ people: [{ name: 'a', salary: 1, open: 2 }], chief: { pay: 3 } }),
    answered(
      { people: [{ name: 'a', salary: null, open: null }], chief: { pay: 3 } },
      refusal('people', 0, 'salary'),
      refusal('people', 0, 'open'),
    ),
  ]);
  const operation = { kind: 'query', name: 'Q', title: 'Q', of: 1 } as const;
  const said = predictedFields({ query, operation }, rules, callers, table).map(
    ({ path, field, cells }) =>
      `${path} ${field}: ${cells.map(({ predicted, observed, agrees }) => `${predicted}/${observed}${agrees ? '' : ' ≠'}`).join(' | ')}`,
  );
  expect(said).toEqual([
    'people Query.people: allowed/allowed | allowed/allowed',
    'people[].name Person.name: allowed/allowed | allowed/allowed',
    'people[].salary Person.salary: allowed/allowed | refused/refused',
    'people[].open Person.open: allowed/allowed | allowed/refused ≠',
    'chief.pay Person.salary: allowed/allowed | refused/allowed ≠',
  ]);
});
