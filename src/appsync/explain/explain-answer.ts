// Why an operation brought less than was asked for: pure, from what came back, what was asked, and who asked. Each kind of error has a file
// beside this one. Many errors that say the same are told once, with their number and their places.
import type { Answer } from '../http.ts';
import type { AnswerError, Asked, Explanation, Place, Words } from './explanation.ts';
import { explainFailedField } from './failed-field.ts';
import { explainInvalidOperation } from './invalid-operation.ts';
import { explainRefusedField } from './refused-field.ts';
import { explainRefusedRequest } from './refused-request.ts';

/** One steps through them with a button: nobody presses it more often. */
const mostPlaces = 100;

/** None for an answer that speaks for itself. */
export function explainAnswer(answer: Answer, asked: Asked): readonly Explanation[] {
  const errors = errorsOf(answer);
  const refused = explainRefusedRequest(answer, errors[0] ?? noError, asked);
  if (refused) {
    const { place, ...words } = refused;
    return [{ ...words, count: 1, places: place ? [place] : [] }];
  }
  const told = new Map<string, Words & { count: number; places: Place[] }>();
  for (const error of errors) {
    const words =
      explainRefusedField(error, asked) ?? explainInvalidOperation(error) ?? explainFailedField(error, asked);
    if (words === undefined) continue;
    const same = told.get(words.what) ?? { ...words, count: 0, places: [] };
    same.count += 1;
    if (same.places.length < mostPlaces && isAnywhere(error.place)) same.places.push(error.place);
    told.set(words.what, same);
  }
  return [...told.values()];
}

const noError: AnswerError = { message: '', errorType: '', place: {} };

const isAnywhere = ({ path, line }: Place) => path !== undefined || line !== undefined;

function errorsOf({ body }: Answer): readonly AnswerError[] {
  if (body.kind !== 'json' || !('errors' in body.value) || !Array.isArray(body.value.errors)) return [];
  return body.value.errors.filter(isRecord).map((error) => ({
    message: textOf(error['message']),
    errorType: textOf(error['errorType']),
    place: { ...pathOf(error['path']), ...locationOf(error['locations']) },
  }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function pathOf(value: unknown): Place {
  if (!Array.isArray(value) || value.length === 0) return {};
  return { path: value.filter((step) => typeof step === 'string' || typeof step === 'number') };
}

function locationOf(value: unknown): Place {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (!isRecord(first) || typeof first['line'] !== 'number' || typeof first['column'] !== 'number') return {};
  return { line: first['line'], column: first['column'] };
}
