// When something came, to the second: what a comparison tells apart comes within a minute. Pure.

/** "14:05:09" of the machine's zone. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB');
}
