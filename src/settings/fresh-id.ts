// Ids and names for new connections, that no other connection has. Pure.

/** An id for a new connection: its name in plain letters, made unique. */
export function freshId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 40);
  const base = plain === '' ? 'connection' : plain;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(id)) return id;
  }
}

/** The name, or the name and a number: "Amplify", "Amplify 2". */
export function freshName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((each) => each.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const fresh = count === 1 ? name : `${name} ${count}`;
    if (!lower.has(fresh.toLowerCase())) return fresh;
  }
}

/** A name for a copy that no other connection has: "Shop copy", "Shop copy 2". */
export function copyName(name: string, taken: readonly string[]): string {
  return freshName(`${name} copy`, taken);
}
