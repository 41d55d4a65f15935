import { describe, expect, it } from 'vitest';
import { accessRulesFrom, type Caller } from '../../../appsync/schema-access.ts';
import { accessRows, type AccessFilter } from './access-rows.ts';

const sdl = `
  type Zebra @aws_api_key @aws_cognito_user_pools { stripes: Int  name: String @aws_cognito_user_pools(cognito_groups: ["keepers"]) }
  type Barn { size: Int }
  interface Animal { name: String }
  type Query { zebra: Zebra @aws_api_key  barn: Barn @aws_api_key  keys: Int @aws_auth(cognito_groups: ["keepers"]) }
`;
const rules = accessRulesFrom(sdl, { defaultMode: 'AMAZON_COGNITO_USER_POOLS', defaultAction: 'ALLOW' });
if (rules.kind === 'problem') throw new Error(rules.message);
const known = rules;
const key: Caller = { authMode: 'API_KEY', groups: [] };

const drawn = (filter: Partial<AccessFilter> = {}, caller: Caller | undefined = key) =>
  accessRows(known, caller, { text: '', onlyRefused: false, ...filter }).map((row) =>
    row.kind === 'type'
      ? `${row.name} (${row.who ?? 'default'})`
      : `  ${row.prediction} ${row.name}: ${row.gives}${row.who ? ` (${row.who})` : ''}${row.remark ? ` ${row.remark}` : ''}`,
  );

describe('accessRows', () => {
  it('begins where operations begin, and says what differs from the type', () => {
    expect(drawn()).toEqual([
      'Query (default)',
      '  allowed zebra: Zebra (API keys)',
      '  allowed barn: Barn (API keys) open, but every field of Barn is closed',
      '  refused keys: Int @aws_auth is not followed beside a second mode',
      'Barn (default)',
      '  refused size: Int',
      'Zebra (API keys and signed-in users)',
      '  allowed stripes: Int',
      '  refused name: String (users in keepers)',
    ]);
  });

  it('shows a type whole by its name, and a field by its own or by who may call it', () => {
    expect(drawn({ text: 'ZEBRA' })).toContain('  allowed stripes: Int');
    expect(drawn({ text: 'keepers' })).toEqual([
      'Zebra (API keys and signed-in users)',
      '  refused name: String (users in keepers)',
    ]);
    expect(drawn({ text: 'nothing like it' })).toEqual([]);
  });

  it('shows what the caller is refused, and what would be of no use', () => {
    expect(drawn({ onlyRefused: true }).filter((row) => row.startsWith('  allowed'))).toEqual([
      '  allowed barn: Barn (API keys) open, but every field of Barn is closed',
    ]);
  });

  it('foretells nothing while there is nobody', () => {
    const rows = accessRows(known, undefined, { text: '', onlyRefused: false });
    expect(rows.some((row) => row.kind === 'field' && row.prediction !== 'unknown')).toBe(false);
  });
});
