// The TIMESTAMP of an SRP proof: `Tue Mar 5 09:07:03 UTC 2024`, in English, in UTC, the day without a leading zero. The service
// takes nothing else; how far the clock may be off is not published, five minutes either way is this stand-in's choice.

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const form = /^\w{3} (\w{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) UTC (\d{4})$/;
const toleranceInMs = 5 * 60_000;

/** @param time milliseconds since the epoch */
export function srpTimestampFrom(time: number): string {
  const date = new Date(time);
  const clock = date.toISOString().slice(11, 19);
  const [weekday, month] = [weekdays[date.getUTCDay()], months[date.getUTCMonth()]];
  return `${weekday} ${month} ${date.getUTCDate()} ${clock} UTC ${date.getUTCFullYear()}`;
}

/** Milliseconds since the epoch; null for everything that is not exactly in the form, a wrong weekday too. */
export function parseSrpTimestamp(text: string): number | null {
  const [, month = '', day, hours, minutes, seconds, year] = form.exec(text) ?? [];
  const time = Date.UTC(
    Number(year),
    months.indexOf(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  );
  return !Number.isNaN(time) && srpTimestampFrom(time) === text ? time : null;
}

export function isFreshSrpTimestamp(text: string, now: number): boolean {
  const time = parseSrpTimestamp(text);
  return time !== null && Math.abs(time - now) <= toleranceInMs;
}
