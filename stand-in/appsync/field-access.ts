// Decides whether a caller may have a field, from the directives on the field and on its type. Pure: no schema engine, no request.
// Follows "Authorization use cases" and "Using additional authorization modes" of the AppSync developer guide.
import type { AuthMode, AuthProvider } from './auth-provider.ts';

/** One authorization directive of the schema, in the form the decision needs. */
export type AccessRule =
  | { readonly kind: 'mode'; readonly mode: AuthMode; readonly groups: readonly string[] | null }
  | { readonly kind: 'aws_auth'; readonly groups: readonly string[] };

export interface FieldRules {
  readonly ofField: readonly AccessRule[];
  readonly ofType: readonly AccessRule[];
  /** A field of Query, Mutation or Subscription. */
  readonly isRoot: boolean;
}

export interface ApiModes {
  readonly defaultProvider: AuthProvider;
  readonly additionalProviders: readonly AuthProvider[];
}

/** What the decision knows of a caller. */
export interface CallerAccess {
  readonly mode: AuthMode;
  readonly groups: readonly string[];
}

export function mayAccess(modes: ApiModes, rules: FieldRules, caller: CallerAccess): boolean {
  const { defaultProvider } = modes;
  const isCognitoOnly = defaultProvider.mode === 'AMAZON_COGNITO_USER_POOLS' && modes.additionalProviders.length === 0;

  // Measured on AWS: @aws_auth is silently ignored as soon as a second mode exists, and always on nested fields.
  const auth = rules.ofField.find((rule) => rule.kind === 'aws_auth');
  if (auth && isCognitoOnly && rules.isRoot) return isInAnyGroup(caller, auth.groups);

  const ofField = modeRules(rules.ofField);
  const inForce = ofField.length > 0 ? ofField : modeRules(rules.ofType);
  if (inForce.length > 0) {
    return inForce.some(
      (rule) => rule.mode === caller.mode && (rule.groups === null || isInAnyGroup(caller, rule.groups)),
    );
  }

  if (caller.mode !== defaultProvider.mode) return false;
  // defaultAction speaks of operations. It cannot reach nested fields: @aws_auth, its counterpart, could not open them again.
  const denies = defaultProvider.mode === 'AMAZON_COGNITO_USER_POOLS' && defaultProvider.defaultAction === 'DENY';
  return !(denies && rules.isRoot);
}

const modeRules = (rules: readonly AccessRule[]) => rules.filter((rule) => rule.kind === 'mode');

const isInAnyGroup = (caller: CallerAccess, groups: readonly string[]) =>
  groups.some((group) => caller.groups.includes(group));
