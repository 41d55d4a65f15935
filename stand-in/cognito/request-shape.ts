// The edge of Cognito's API: a request body becomes a typed request, or AWS's own sentence about what is wrong with it.
import * as v from 'valibot';
import { CognitoError, invalidParameter } from './cognito-error.ts';

/** Members whose values must not be repeated in a message. */
const sensitive = new Set([
  'AccessToken',
  'ClientSecret',
  'ConfirmationCode',
  'Password',
  'RefreshToken',
  'Session',
  'Token',
  'UserCode',
]);

export const anyString = v.string();
export const anyMap = v.record(v.string(), v.string());
export const appClientId = v.pipe(v.string(), atLeast(1), atMost(128), matching(/^[\w+]+$/, String.raw`[\w+]+`));
export const userPoolId = v.pipe(
  v.string(),
  atLeast(1),
  atMost(55),
  matching(/^[\w-]+_[0-9a-zA-Z]+$/, String.raw`[\w-]+_[0-9a-zA-Z]+`),
);
export const username = v.pipe(
  v.string(),
  atLeast(1),
  atMost(128),
  matching(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}]+`),
);
/** Looser than any pool's policy, which is judged apart. */
export const password = v.pipe(v.string(), atLeast(6), atMost(256), matching(/^\S+.*\S+$/, String.raw`^[\S]+.*[\S]+$`));
export const confirmationCode = v.pipe(v.string(), atLeast(1), atMost(2048), matching(/^\S+$/, String.raw`[\S]+`));
export const deviceKey = v.pipe(
  v.string(),
  atLeast(1),
  atMost(55),
  matching(/^[\w-]+_[0-9a-f-]+$/, String.raw`[\w-]+_[0-9a-f-]+`),
);
export const session = v.pipe(v.string(), atLeast(20), atMost(2048));
export const userCode = v.pipe(v.string(), atLeast(6), atMost(6), matching(/^\d+$/, '[0-9]+'));
export const token = v.pipe(v.string(), matching(/^[A-Za-z0-9\-_=.]+$/, '[A-Za-z0-9-_=.]+'));

export function oneOf(values: readonly string[]) {
  return v.pipe(v.string(), v.values(values, `Member must satisfy enum value set: [${values.join(', ')}]`));
}

function atLeast(length: number) {
  return v.minLength<string, number, string>(length, `Member must have length greater than or equal to ${length}`);
}

function atMost(length: number) {
  return v.maxLength<string, number, string>(length, `Member must have length less than or equal to ${length}`);
}

function matching(pattern: RegExp, spelled: string) {
  return v.regex<string, string>(pattern, `Member must satisfy regular expression pattern: ${spelled}`);
}

/** The body's text as JSON. A null member counts as absent, as in every AWS JSON service. */
export function parseBody(text: string): unknown {
  const body = parseJson(text);
  if (body === undefined) throw new CognitoError('SerializationException', '');
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value: unknown) => value ?? undefined);
  } catch {
    return undefined;
  }
}

export function parseRequest<TShape extends v.GenericSchema>(shape: TShape, body: unknown): v.InferOutput<TShape> {
  const result = v.safeParse(shape, body);
  if (result.success) return result.output;
  const issues: readonly v.BaseIssue<unknown>[] = result.issues;
  const wrongType = issues.find((issue) => issue.kind === 'schema' && issue.input !== undefined);
  if (wrongType !== undefined) {
    throw new CognitoError('SerializationException', wrongTypeSentence(wrongType));
  }
  const violations = issues.map(violationSentence);
  const counted = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
  throw invalidParameter(`${counted}: ${violations.join('; ')}`);
}

function wrongTypeSentence({ input, expected }: v.BaseIssue<unknown>): string {
  if (expected === 'Object') return 'Expected map or null';
  if (typeof input === 'object') return 'Start of structure or map found where not expected.';
  const kind = typeof input === 'boolean' ? String(input) : typeof input;
  return `${kind.toUpperCase()}_VALUE can not be converted to a String`;
}

function violationSentence(issue: v.BaseIssue<unknown>): string {
  const member = v.getDotPath(issue) ?? '';
  const at = `at '${member.charAt(0).toLowerCase()}${member.slice(1)}' failed to satisfy constraint:`;
  if (issue.kind === 'schema') return `Value null ${at} Member must not be null`;
  return sensitive.has(member)
    ? `Value ${at} ${issue.message}`
    : `Value '${String(issue.input)}' ${at} ${issue.message}`;
}
