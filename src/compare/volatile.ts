// What may differ from one request to the next without meaning anything: points in time and tokens of pages. Pure.

/** AWSDateTime: a date, a time and the compulsory offset. */
const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d(?::\d\d)?)$/;
const nameOfTime = /(?:At|Time|Timestamp|Date|On)$|^(?:timestamp|time)$|^_lastChangedAt$|^_version$/;
const nameOfToken = /^(?:nextToken|next_token|startedAt|endCursor|startCursor|cursor)$/;

export function isVolatile(field: string, values: readonly unknown[]): boolean {
  if (nameOfToken.test(field)) return values.every((value) => typeof value === 'string' || typeof value === 'number');
  return values.every(
    (value) =>
      (typeof value === 'string' && dateTime.test(value)) ||
      // AWSTimestamp is a number like any other: only its name tells.
      (typeof value === 'number' && Number.isInteger(value) && nameOfTime.test(field)),
  );
}

/** Not to be trusted to tell items apart. */
export function namesVolatile(field: string): boolean {
  return nameOfTime.test(field) || nameOfToken.test(field);
}
