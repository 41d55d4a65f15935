// How long a session still lasts, in few characters. Pure.

/** "52:10" far from the end, "1:05:00" above an hour, "12 days" above two days, "expires in 2 min" and "expires in 40 s" near it, "expired" after it. */
export function countdownFrom(expiresAt: number, now: number): string {
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return 'expired';
  if (seconds < 60) return `expires in ${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 5) return `expires in ${minutes} min`;
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  if (minutes >= 48 * 60) return `${Math.floor(minutes / (24 * 60))} days`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** "14:05" of the machine's zone. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
