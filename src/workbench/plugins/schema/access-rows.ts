// Who may call what, as rows: types with their fields, filtered, each with what the schema says and what that means for one caller. Pure.
import { callersIn } from '../../../appsync/explain/mode-words.ts';
import {
  isOpenForNothing,
  predict,
  whoMay,
  type AccessRules,
  type Caller,
  type Prediction,
} from '../../../appsync/schema-access.ts';

export type AccessRow =
  | { readonly kind: 'type'; readonly id: string; readonly name: string; readonly who: string | undefined }
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly name: string;
      readonly gives: string;
      /** Where it is another than its type's. */
      readonly who: string | undefined;
      readonly prediction: Prediction;
      /** Open to the caller, who gets nothing but errors of it. */
      readonly isOfNoUse: boolean;
      readonly remark: string | undefined;
    };

export interface AccessFilter {
  /** In the name of a type or field, or in who may call it. */
  readonly text: string;
  /** Only what the caller is refused. */
  readonly onlyRefused: boolean;
}

export function accessRows(rules: AccessRules, caller: Caller | undefined, filter: AccessFilter): AccessRow[] {
  const wanted = filter.text.trim().toLowerCase();
  return typesInOrder(rules).flatMap((typeName) => {
    const type = rules.types.get(typeName);
    if (type === undefined) return [];
    const isWantedType = typeName.toLowerCase().includes(wanted);
    const fields = [...type.fields].map(([name, { type: gives }]) => fieldRow(rules, caller, typeName, name, gives));
    const shown = fields.filter(
      (row) =>
        (isWantedType || `${row.name} ${row.who ?? ''}`.toLowerCase().includes(wanted)) &&
        (!filter.onlyRefused || row.prediction === 'refused' || row.isOfNoUse),
    );
    return shown.length === 0
      ? []
      : [{ kind: 'type' as const, id: typeName, name: typeName, who: whoOfType(rules, typeName) }, ...shown];
  });
}

/** Where operations begin, then by name. Interfaces carry no marks of their own. */
function typesInOrder({ types, roots }: AccessRules): string[] {
  const others = [...types].filter(([name, { kind }]) => kind === 'object' && !roots.includes(name));
  return [...roots.filter((name) => types.has(name)), ...others.map(([name]) => name).toSorted()];
}

type FieldRow = Extract<AccessRow, { kind: 'field' }>;

function fieldRow(
  rules: AccessRules,
  caller: Caller | undefined,
  typeName: string,
  name: string,
  gives: string,
): FieldRow {
  const access = whoMay(rules, typeName, name);
  const isOfNoUse = caller !== undefined && isOpenForNothing(rules, typeName, name, caller);
  return {
    kind: 'field',
    id: `${typeName}.${name}`,
    name,
    gives,
    who: access?.saidBy === 'field' ? callersIn(access.modes) : undefined,
    isOfNoUse,
    prediction: caller ? predict(rules, typeName, name, caller) : 'unknown',
    remark:
      access?.ignored === undefined
        ? isOfNoUse
          ? `open, but every field of ${gives} is closed`
          : undefined
        : `@aws_auth is not followed ${access.ignored === 'nested' ? 'on nested fields' : 'beside a second mode'}`,
  };
}

function whoOfType(rules: AccessRules, typeName: string): string | undefined {
  const marks = rules.types.get(typeName)?.modes ?? [];
  return marks.length > 0 ? callersIn(marks) : undefined;
}
