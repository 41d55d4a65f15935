// Where the value at a path stands in a JSON text. Pure; reads the text once and parses nothing.

export interface TextPlace {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/**
 * Of the deepest part of the path that is there: where a null has gone up, that is the null. With the name of the field, so that the
 * selection shows what it is of. Undefined for a text that is not JSON.
 */
export function placeInJson(text: string, path: readonly (string | number)[]): TextPlace | undefined {
  let start = skipSpace(text, 0);
  let named = start;
  for (const step of path) {
    const found = typeof step === 'number' ? itemAt(text, start, step) : memberAt(text, start, step);
    if (found === undefined) break;
    ({ start, named } = found);
  }
  return start < text.length ? { start: named, end: endOfValue(text, start) } : undefined;
}

interface Found {
  readonly start: number;
  /** Where its name begins. */
  readonly named: number;
}

function memberAt(text: string, object: number, name: string): Found | undefined {
  if (text[object] !== '{') return undefined;
  let at = skipSpace(text, object + 1);
  while (text[at] === '"') {
    const endOfName = endOfString(text, at);
    const start = skipSpace(text, skipSpace(text, endOfName) + 1);
    if (nameIn(text.slice(at, endOfName)) === name) return { start, named: at };
    at = nextIn(text, start);
  }
  return undefined;
}

function itemAt(text: string, list: number, index: number): Found | undefined {
  if (text[list] !== '[') return undefined;
  let at = skipSpace(text, list + 1);
  for (let item = 0; at < text.length && text[at] !== ']'; item += 1) {
    if (item === index) return { start: at, named: at };
    at = nextIn(text, at);
  }
  return undefined;
}

/** Past a value and the comma behind it. */
function nextIn(text: string, start: number): number {
  const end = skipSpace(text, endOfValue(text, start));
  return text[end] === ',' ? skipSpace(text, end + 1) : end;
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  let at = start;
  if (first !== '{' && first !== '[') {
    while (at < text.length && !',]} \n\r\t'.includes(text[at] ?? '')) at += 1;
    return at;
  }
  let depth = 0;
  for (; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at) - 1;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \n\r\t'.includes(text[at] ?? '')) at += 1;
  return at;
}

function nameIn(quoted: string): unknown {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}
