// The registry of validation errors: one row for each of graphql-java's types, with the rule that finds the fault and the words
// AppSync has for it. graphql-js's own rules judge wherever their report says enough; its texts are never used.
// Seen in captures of AppSync: FieldUndefined, WrongType, UnknownType, SubSelectionRequired, SubSelectionNotAllowed and
// VariableTypeMismatch. The others are graphql-java's texts of that age.
import {
  ExecutableDefinitionsRule,
  FieldsOnCorrectTypeRule,
  FragmentsOnCompositeTypesRule,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  ScalarLeafsRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
  type ValidationRule,
} from 'graphql';
import type { Fault } from './fault.ts';
import { badDefaultRule, missingDirectiveArgumentRule, missingFieldArgumentRule, wrongTypeRule } from './own-rules.ts';

export interface Wording {
  readonly rule: ValidationRule;
  /** graphql-java's name for the fault. */
  readonly type: string | ((fault: Fault) => string);
  readonly describe: (fault: Fault) => string;
  /** Which of the nodes that the rule reports is the one to show. */
  readonly blamed?: 'first' | 'second';
}

export const wordings: readonly Wording[] = [
  {
    rule: ExecutableDefinitionsRule,
    type: 'NonExecutableDefinition',
    describe: ({ name }) => `${name} definition is not executable`,
  },
  {
    rule: UniqueOperationNamesRule,
    type: 'DuplicateOperationName',
    blamed: 'second',
    describe: ({ name }) => `There can be only one operation named '${name}'`,
  },
  {
    rule: LoneAnonymousOperationRule,
    type: 'LoneAnonymousOperationViolation',
    describe: () => 'Anonymous operation with other operations.',
  },
  { rule: KnownTypeNamesRule, type: 'UnknownType', describe: ({ name }) => `Unknown type ${name}` },
  {
    rule: FragmentsOnCompositeTypesRule,
    type: ({ parentKind }) =>
      parentKind === 'InlineFragment' ? 'InlineFragmentTypeConditionInvalid' : 'FragmentTypeConditionInvalid',
    describe: ({ parentKind }) =>
      `${parentKind === 'InlineFragment' ? 'Inline fragment' : 'Fragment'} type condition is invalid, must be on Object/Interface/Union`,
  },
  { rule: VariablesAreInputTypesRule, type: 'NonInputTypeOnVariable', describe: () => 'Wrong type for a variable' },
  {
    // graphql-js reports the selection that should not be there, or the field that has none.
    rule: ScalarLeafsRule,
    type: ({ kind }) => (kind === 'SelectionSet' ? 'SubSelectionNotAllowed' : 'SubSelectionRequired'),
    describe: ({ kind, fieldName, typeName }) =>
      kind === 'SelectionSet'
        ? `Sub selection not allowed on leaf type ${typeName} of field ${fieldName}`
        : `Sub selection required for type ${typeName} of field ${fieldName}`,
  },
  {
    rule: FieldsOnCorrectTypeRule,
    type: 'FieldUndefined',
    describe: ({ fieldName, parentTypeName }) => `Field '${fieldName}' in type '${parentTypeName}' is undefined`,
  },
  {
    rule: UniqueFragmentNamesRule,
    type: 'DuplicateFragmentName',
    blamed: 'second',
    describe: ({ name }) => `There can be only one fragment named '${name}'`,
  },
  { rule: KnownFragmentNamesRule, type: 'UndefinedFragment', describe: ({ name }) => `Undefined fragment ${name}` },
  { rule: NoUnusedFragmentsRule, type: 'UnusedFragment', describe: ({ name }) => `Unused fragment ${name}` },
  {
    rule: PossibleFragmentSpreadsRule,
    type: 'InvalidFragmentType',
    describe: ({ kind, name, parentTypeName, fragmentTypeName }) =>
      `Fragment ${kind === 'FragmentSpread' ? `${name} ` : ''}cannot be spread here as objects of type ${parentTypeName} can never be of type ${fragmentTypeName}`,
  },
  { rule: NoFragmentCyclesRule, type: 'FragmentCycle', describe: () => 'Fragment cycles not allowed' },
  {
    rule: UniqueVariableNamesRule,
    type: 'DuplicateVariableName',
    blamed: 'second',
    describe: ({ name }) => `There can be only one variable named '${name}'`,
  },
  { rule: NoUndefinedVariablesRule, type: 'UndefinedVariable', describe: ({ name }) => `Undefined variable ${name}` },
  { rule: NoUnusedVariablesRule, type: 'UnusedVariable', describe: ({ name }) => `Unused variable ${name}` },
  {
    rule: KnownDirectivesRule,
    type: ({ isKnownDirective }) => (isKnownDirective ? 'MisplacedDirective' : 'UnknownDirective'),
    describe: ({ isKnownDirective, name }) =>
      isKnownDirective ? `Directive ${name} not allowed here` : `Unknown directive ${name}`,
  },
  {
    rule: UniqueDirectivesPerLocationRule,
    type: 'DuplicateDirectiveName',
    blamed: 'second',
    describe: ({ name, parentKind }) =>
      `Directives must be uniquely named within a location. The directive '${name}' used on a '${parentKind}' is not unique.`,
  },
  {
    rule: KnownArgumentNamesRule,
    type: ({ parentKind }) => (parentKind === 'Directive' ? 'UnknownDirective' : 'UnknownArgument'),
    describe: ({ parentKind, name }) =>
      `Unknown ${parentKind === 'Directive' ? 'directive' : 'field'} argument ${name}`,
  },
  {
    rule: UniqueArgumentNamesRule,
    type: 'DuplicateArgumentNames',
    blamed: 'second',
    describe: ({ name }) => `There can be only one argument named '${name}'`,
  },
  { rule: wrongTypeRule, type: 'WrongType', describe: ({ message }) => message },
  { rule: badDefaultRule, type: 'BadValueForDefaultArg', describe: ({ message }) => message },
  { rule: missingFieldArgumentRule, type: 'MissingFieldArgument', describe: ({ message }) => message },
  { rule: missingDirectiveArgumentRule, type: 'MissingDirectiveArgument', describe: ({ message }) => message },
  {
    rule: VariablesInAllowedPositionRule,
    type: 'VariableTypeMismatch',
    blamed: 'second',
    describe: ({ declaredType, expectedType }) =>
      `Variable type '${declaredType}' doesn't match expected type '${expectedType}'`,
  },
  {
    rule: OverlappingFieldsCanBeMergedRule,
    type: 'FieldsConflict',
    describe: ({ conflict }) => conflict,
  },
  {
    rule: UniqueInputFieldNamesRule,
    type: 'UniqueObjectFieldName',
    blamed: 'second',
    describe: ({ name }) => `There can be only one field named '${name}'`,
  },
];
