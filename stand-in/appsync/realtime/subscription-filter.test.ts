import { expect, test } from 'vitest';
import { matchesArguments, matchesFilter, type FilterRule } from './subscription-filter.ts';

const event = {
  id: '7',
  severity: 5,
  title: 'High tide',
  owner: null,
  tags: ['sea', 'moon'],
  place: { quay: { berth: 'B' } },
};

test.each<[string, Record<string, unknown>, boolean]>([
  ['no argument', {}, true],
  ['the same value', { id: '7' }, true],
  ['another value', { id: '8' }, false],
  ['another type', { id: 7 }, false],
  ['all of several', { id: '7', severity: 5 }, true],
  ['not all of several', { id: '7', severity: 6 }, false],
  ['null, and the field is null', { owner: null }, true],
  ['null, and the field is missing', { color: null }, true],
  ['null, and the field has a value', { id: null }, false],
  ['a value, and the field is missing', { color: 'RED' }, false],
  ['an equal list', { tags: ['sea', 'moon'] }, true],
])('arguments: %s', (_, given, matches) => {
  expect(matchesArguments(given, event)).toBe(matches);
});

test.each<[FilterRule['fieldName'], FilterRule['operator'], unknown, boolean]>([
  ['severity', 'eq', 5, true],
  ['severity', 'eq', '5', false],
  ['severity', 'ne', 5, false],
  ['severity', 'ne', 4, true],
  ['severity', 'le', 5, true],
  ['severity', 'le', 4, false],
  ['severity', 'lt', 6, true],
  ['severity', 'lt', 5, false],
  ['severity', 'ge', 5, true],
  ['severity', 'ge', 6, false],
  ['severity', 'gt', 4, true],
  ['severity', 'gt', 5, false],
  ['severity', 'gt', '4', false],
  ['title', 'gt', 'High', true],
  ['title', 'contains', 'tide', true],
  ['title', 'contains', 'low', false],
  ['tags', 'contains', 'moon', true],
  ['tags', 'contains', 'mo', false],
  ['tags', 'notContains', 'sun', true],
  ['tags', 'notContains', 'sea', false],
  ['title', 'beginsWith', 'High', true],
  ['title', 'beginsWith', 'tide', false],
  ['severity', 'in', [4, 5], true],
  ['severity', 'in', [4], false],
  ['severity', 'notIn', [4], true],
  ['severity', 'notIn', [5], false],
  ['severity', 'between', [5, 6], true],
  ['severity', 'between', [1, 5], true],
  ['severity', 'between', [6, 9], false],
  ['tags', 'containsAny', ['sun', 'sea'], true],
  ['tags', 'containsAny', ['sun'], false],
  ['owner', 'eq', null, true],
  ['missing', 'eq', null, true],
  ['place.quay.berth', 'eq', 'B', true],
  ['place.quay.berth.a.b.c', 'eq', null, true],
  ['owner.name', 'eq', 'x', false],
])('%s %s %j: %j', (fieldName, operator, value, matches) => {
  expect(matchesFilter({ filterGroup: [{ filters: [{ fieldName, operator, value }] }] }, event)).toBe(matches);
});

test('every filter of a group, any one of the groups', () => {
  const right: FilterRule = { fieldName: 'severity', operator: 'eq', value: 5 };
  const wrong: FilterRule = { fieldName: 'severity', operator: 'eq', value: 6 };
  expect(matchesFilter({ filterGroup: [{ filters: [right, wrong] }] }, event)).toBe(false);
  expect(matchesFilter({ filterGroup: [{ filters: [wrong] }, { filters: [right, right] }] }, event)).toBe(true);
  expect(matchesFilter({ filterGroup: [] }, event)).toBe(false);
});
