// Times in words, in the person's own zone. Pure; the zone is given in tests.

/** "23 Nov 2026, 14:02:31 GMT+1". @param zone absent: the machine's. */
export function dateTimeIn(at: number, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(at);
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "12 minutes ago", "in 52 minutes": whole units, so that it never promises more than there is. Days from two days on. */
export function relativeTime(at: number, now: number): string {
  const seconds = Math.trunc((at - now) / 1000);
  if (seconds === 0) return 'now';
  const found = units.find(([unit, size]) => Math.abs(seconds) >= (unit === 'day' ? 2 : 1) * size);
  const [unit, size] = found ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat('en-GB').format(Math.trunc(seconds / size), unit);
}
