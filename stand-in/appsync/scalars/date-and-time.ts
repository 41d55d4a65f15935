// AppSync's extended ISO 8601 dates and times. Dates are checked by the calendar, never by JavaScript's lenient Date.

const offset = String.raw`(?:Z|[+-](?<offsetHour>\d{2}):(?<offsetMinute>\d{2})(?::(?<offsetSecond>\d{2}))?)`;
const date = String.raw`(?<year>[+-]?\d{4,9})-(?<month>\d{2})-(?<day>\d{2})`;
const time = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?`;

const datePattern = new RegExp(`^${date}${offset}?$`);
const timePattern = new RegExp(`^${time}${offset}?$`);
const dateTimePattern = new RegExp(`^${date}T${time}${offset}$`);

/** `2026-03-01`, with or without an offset; years may be negative or longer than four digits. */
export const isDate = (text: string): boolean => fits(text, datePattern);
/** `07:05`, `07:05:09.123456789`, with or without an offset. */
export const isTime = (text: string): boolean => fits(text, timePattern);
/** A date, `T`, a time, and always an offset. */
export const isDateTime = (text: string): boolean => fits(text, dateTimePattern);

function fits(text: string, pattern: RegExp): boolean {
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return false;
  const part = (name: string) => Number(groups[name] ?? 0);
  const dayIsReal =
    groups['day'] === undefined || (part('day') >= 1 && part('day') <= daysInMonth(part('year'), part('month')));
  const timeIsReal = part('hour') <= 23 && part('minute') <= 59 && part('second') <= 59;
  // java.time.ZoneOffset ends at 18 hours.
  const offsetIsReal =
    part('offsetMinute') <= 59 &&
    part('offsetSecond') <= 59 &&
    part('offsetHour') * 3600 + part('offsetMinute') * 60 + part('offsetSecond') <= 18 * 3600;
  return dayIsReal && timeIsReal && offsetIsReal;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
