// Whether an event is for a subscription: by its arguments, or by the filter its resolver has set. Pure.
// Follows "Using subscriptions" and "Defining enhanced subscriptions filters" of the AppSync developer guide.

/** `extensions.setSubscriptionFilter(...)`: any one group must match, of a group every filter. */
export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: readonly FilterRule[] }[];
}

export interface FilterRule {
  /** Of the mutation's result; dots lead into nested objects. */
  readonly fieldName: string;
  readonly operator: FilterOperator;
  readonly value: unknown;
}

export type FilterOperator = keyof typeof operators;

type Event = Readonly<Record<string, unknown>>;

const deepestField = 5;

/**
 * An argument that was left out lets everything through. One that was given as null wants the field to be null or missing: the
 * classic trap (aws-appsync-community#36).
 */
export function matchesArguments(given: Readonly<Record<string, unknown>>, event: Event): boolean {
  return Object.entries(given).every(([name, value]) => isSame(event[name] ?? null, value ?? null));
}

export function matchesFilter({ filterGroup }: SubscriptionFilter, event: Event): boolean {
  return filterGroup.some(({ filters }) =>
    filters.every(({ fieldName, operator, value }) => operators[operator](fieldOf(event, fieldName), value)),
  );
}

const operators = {
  eq: isSame,
  ne: (field, value) => !isSame(field, value),
  le: (field, value) => isOrdered(field, value, (order) => order <= 0),
  lt: (field, value) => isOrdered(field, value, (order) => order < 0),
  ge: (field, value) => isOrdered(field, value, (order) => order >= 0),
  gt: (field, value) => isOrdered(field, value, (order) => order > 0),
  contains: isWithin,
  notContains: (field, value) => !isWithin(field, value),
  beginsWith: (field, value) => typeof field === 'string' && typeof value === 'string' && field.startsWith(value),
  in: (field, values) => listOf(values).some((value) => isSame(field, value)),
  notIn: (field, values) => !listOf(values).some((value) => isSame(field, value)),
  between: (field, range) =>
    isOrdered(field, listOf(range)[0], (order) => order >= 0) &&
    isOrdered(field, listOf(range)[1], (order) => order <= 0),
  containsAny: (field, values) => listOf(values).some((value) => isWithin(field, value)),
} as const satisfies Record<string, (field: unknown, value: unknown) => boolean>;

function fieldOf(event: Event, fieldName: string): unknown {
  const steps = fieldName.split('.');
  if (steps.length > deepestField) return null;
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : null) ?? null,
    event,
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Values of JSON: the same text is the same value. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** A part of a text, or a member of a list. */
function isWithin(field: unknown, value: unknown): boolean {
  if (typeof field === 'string') return typeof value === 'string' && field.includes(value);
  return listOf(field).some((member) => isSame(member, value));
}

/** Numbers with numbers, texts with texts; anything else is in no order. */
function isOrdered(field: unknown, value: unknown, judge: (order: number) => boolean): boolean {
  if (typeof field === 'number' && typeof value === 'number') return judge(field - value);
  if (typeof field !== 'string' || typeof value !== 'string') return false;
  return judge(field === value ? 0 : field < value ? -1 : 1);
}
