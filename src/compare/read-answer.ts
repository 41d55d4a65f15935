// From what came over HTTP to what the answer table compares: which of it is data, which errors, and where nothing can be compared
// a sentence says why. Pure.

import { AppSyncError } from '../appsync/appsync-error.ts';
import { explainAnswer } from '../appsync/explain/explain-answer.ts';
import { explainNoAnswer } from '../appsync/explain/no-answer.ts';
import type { Answer } from '../appsync/http.ts';
import type { ComparedAnswer, PathError } from './compared-answer.ts';

interface GraphQLError {
  readonly path?: unknown;
  readonly errorType?: unknown;
  readonly message?: unknown;
}

/** What is no JSON is explained alike, whoever asked. */
const whoever = { groups: [], authMode: 'AMAZON_COGNITO_USER_POOLS', overridden: false, query: '', now: 0 } as const;

export function comparedAnswerFrom(answer: Answer, name: string): ComparedAnswer {
  const { body, status } = answer;
  if (body.kind === 'text') {
    const [explained] = explainAnswer(answer, { ...whoever, name });
    const short = answer.contentType.includes('html') ? 'a web page, no JSON' : 'no JSON';
    return none(
      short,
      explained === undefined ? 'The endpoint did not answer with JSON.' : `${explained.what} ${explained.next}`,
    );
  }
  const { value } = body;
  const errors = errorsOf(value);
  const data: unknown = 'data' in value ? value.data : undefined;
  const withPath = errors.filter(hasPath);
  const [first] = errors;
  if (status >= 400 || ((data === undefined || data === null) && first !== undefined && withPath.length === 0)) {
    const message = textOf(first?.message) ?? 'AppSync gave no reason.';
    return { kind: 'refused', status, errorType: errorTypeOf(first, answer, message), message };
  }
  if (data === undefined)
    return none('no GraphQL answer', 'The endpoint answered with JSON that is no GraphQL answer.');
  return { kind: 'answered', data, errors: withPath.map(pathErrorFrom) };
}

/** Of a subscription: data and errors, and no status. */
export function eventAnswerFrom(payload: object): ComparedAnswer {
  const data: unknown = 'data' in payload ? payload.data : null;
  return { kind: 'answered', data, errors: errorsOf(payload).filter(hasPath).map(pathErrorFrom) };
}

/** For a request that brought nothing. */
export function noAnswerFrom(error: unknown): ComparedAnswer {
  if (error instanceof AppSyncError) {
    // Its message is for people, and tells which session it was.
    if (error.code === 'NotAuthorized') return none('not sent', error.message);
    if (error.code === 'Aborted') return none('stopped', 'It was stopped before an answer came.');
  }
  const shorts: Readonly<Record<string, string>> = {
    Unreachable: 'offline',
    Redirected: 'redirected',
    Cut: 'broke off',
    TooLarge: 'too large',
  };
  const short = error instanceof AppSyncError ? (shorts[error.code] ?? 'no answer') : 'not sent';
  const explained = explainNoAnswer(error);
  return none(short, explained === undefined ? 'No answer came.' : `${explained.what} ${explained.why}`);
}

function none(short: string, sentence: string): ComparedAnswer {
  return { kind: 'none', short, sentence };
}

function errorsOf(value: object): readonly GraphQLError[] {
  const errors: unknown = 'errors' in value ? value.errors : undefined;
  return Array.isArray(errors)
    ? errors.filter((error): error is GraphQLError => typeof error === 'object' && error !== null)
    : [];
}

function hasPath(error: GraphQLError): error is GraphQLError & { path: (string | number)[] } {
  return (
    Array.isArray(error.path) &&
    error.path.length > 0 &&
    error.path.every((step) => typeof step === 'string' || typeof step === 'number')
  );
}

function pathErrorFrom({ path, errorType, message }: GraphQLError & { path: (string | number)[] }): PathError {
  return { path, errorType: textOf(errorType), message: textOf(message) ?? 'AppSync gave no reason.' };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Validation errors have no type of their own, but their message begins with one. */
function errorTypeOf(first: GraphQLError | undefined, answer: Answer, message: string): string {
  const inMessage = /^Validation error of type (\w+)/.exec(message)?.[1];
  return textOf(first?.errorType) ?? answer.errorType ?? inMessage ?? `HTTP ${answer.status}`;
}
