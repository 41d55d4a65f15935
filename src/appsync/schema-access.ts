// Who may call what, as far as an AppSync schema says it. Pure. A resolver, an IAM policy or a Lambda authorizer may still refuse what
// the schema opens. https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes
import {
  marksFrom,
  type MarkedField,
  type MarkedType,
  type ModeMark,
  type SchemaMarks,
  type SdlProblem,
} from './access-marks.ts';
import type { AuthMode } from './authorization.ts';

/** What an API's owner has set beside the schema, where one knows it. */
export interface ApiAccess {
  /** Unmarked fields are for callers of this mode. */
  readonly defaultMode?: AuthMode;
  /** Of a user pool that is the default mode: what becomes of unmarked root fields. */
  readonly defaultAction?: 'ALLOW' | 'DENY';
}

export interface AccessRules extends SchemaMarks {
  readonly kind: 'rules';
  readonly api: ApiAccess;
}

/** Who may have one field. */
export interface FieldAccess {
  /** Where that is said; `api`: nowhere in the schema, so that the API's settings decide. */
  readonly saidBy: 'field' | 'type' | 'api';
  /** Any one of them; empty where only the API's settings could say, and they are not known. */
  readonly modes: readonly ModeMark[];
  /** An @aws_auth that AppSync does not follow, and why. */
  readonly ignored?: 'second-mode' | 'nested';
}

/** Whoever asks. */
export interface Caller {
  readonly authMode: AuthMode;
  readonly groups: readonly string[];
}

export type Prediction = 'allowed' | 'refused' | 'unknown';

export function accessRulesFrom(sdl: string, api: ApiAccess = {}): AccessRules | SdlProblem {
  const marks = marksFrom(sdl);
  return 'kind' in marks ? marks : { kind: 'rules', api, ...marks };
}

/** Undefined for a field that is not in the schema, or of a type whose marks count for nothing (an interface). */
export function whoMay(rules: AccessRules, typeName: string, fieldName: string): FieldAccess | undefined {
  const type = rules.types.get(typeName);
  const field = type?.fields.get(fieldName);
  if (type === undefined || field === undefined || type.kind === 'interface') return undefined;
  return accessTo(rules, type, field, rules.roots.includes(typeName));
}

function accessTo(rules: AccessRules, type: MarkedType, field: MarkedField, isRoot: boolean): FieldAccess {
  const ignored = field.awsAuth === undefined ? undefined : whyIgnored(rules, isRoot);
  if (field.awsAuth !== undefined && ignored === undefined) {
    return { saidBy: 'field', modes: [{ mode: 'AMAZON_COGNITO_USER_POOLS', groups: field.awsAuth }] };
  }
  const remark = ignored && { ignored };
  // A field's marks stand in place of its type's.
  if (field.modes.length > 0) return { saidBy: 'field', modes: field.modes, ...remark };
  if (type.modes.length > 0) return { saidBy: 'type', modes: type.modes, ...remark };
  const mode = defaultModeOf(rules);
  return { saidBy: 'api', modes: mode === undefined ? [] : [{ mode }], ...remark };
}

/** Measured: AppSync follows @aws_auth on root fields only, and only while the user pool is the API's sole mode. */
function whyIgnored(rules: AccessRules, isRoot: boolean): FieldAccess['ignored'] {
  if (!isRoot) return 'nested';
  const { defaultMode } = rules.api;
  const second = hasOtherModes(rules) || (defaultMode !== undefined && defaultMode !== 'AMAZON_COGNITO_USER_POOLS');
  return second ? 'second-mode' : undefined;
}

const hasOtherModes = ({ modesSeen }: AccessRules) =>
  [...modesSeen].some((mode) => mode !== 'AMAZON_COGNITO_USER_POOLS');

/** As set; else the user pool, where @aws_auth shows that its author took that for the only mode. */
function defaultModeOf(rules: AccessRules): AuthMode | undefined {
  if (rules.api.defaultMode !== undefined) return rules.api.defaultMode;
  return rules.usesAwsAuth && !hasOtherModes(rules) ? 'AMAZON_COGNITO_USER_POOLS' : undefined;
}

/** Whether the schema lets a caller have a field: of an interface, as all types that implement it agree. */
export function predict(rules: AccessRules, typeName: string, fieldName: string, caller: Caller): Prediction {
  // A request that says nothing of who asks is refused as a whole.
  if (caller.authMode === 'NONE') return 'refused';
  if (fieldName.startsWith('__')) return fieldName === '__typename' ? 'allowed' : 'unknown';
  const type = rules.types.get(typeName);
  const field = type?.fields.get(fieldName);
  if (type === undefined || field === undefined) return 'unknown';
  if (type.kind === 'interface') return agreed(rules, typeName, fieldName, caller);

  const isRoot = rules.roots.includes(typeName);
  const { saidBy, modes } = accessTo(rules, type, field, isRoot);
  if (saidBy !== 'api') return modes.some((mark) => admits(mark, caller)) ? 'allowed' : 'refused';
  // Without a single mark, whoever is let in at all came by the only mode there is.
  const only = rules.modesSeen.size === 0 ? caller.authMode : undefined;
  const defaultMode = defaultModeOf(rules) ?? only;
  if (defaultMode === undefined) return 'unknown';
  if (defaultMode !== caller.authMode) return 'refused';
  if (!isRoot || defaultMode !== 'AMAZON_COGNITO_USER_POOLS') return 'allowed';
  const { defaultAction } = rules.api;
  return defaultAction === undefined ? 'unknown' : defaultAction === 'ALLOW' ? 'allowed' : 'refused';
}

const admits = ({ mode, groups }: ModeMark, caller: Caller) =>
  mode === caller.authMode && (groups === undefined || groups.some((group) => caller.groups.includes(group)));

function agreed(rules: AccessRules, interfaceName: string, fieldName: string, caller: Caller): Prediction {
  const implementing = [...rules.types].filter(([, type]) => type.interfaces.includes(interfaceName));
  const predictions = new Set(implementing.map(([name]) => predict(rules, name, fieldName, caller)));
  const [only = 'unknown', ...others] = predictions;
  return others.length === 0 ? only : 'unknown';
}

/**
 * Whether a field is open to a caller, and every field of the object it gives is not: nested types must be marked as well, or
 * nothing but errors comes of it.
 */
export function isOpenForNothing(rules: AccessRules, typeName: string, fieldName: string, caller: Caller): boolean {
  const given = rules.types.get(typeName)?.fields.get(fieldName)?.type ?? '';
  const inner = [...(rules.types.get(given)?.fields.keys() ?? [])];
  if (inner.length === 0 || predict(rules, typeName, fieldName, caller) !== 'allowed') return false;
  return inner.every((name) => predict(rules, given, name, caller) === 'refused');
}
