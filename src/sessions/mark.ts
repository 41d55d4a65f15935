// The mark by which a session is told from the others: a letter and a colour, both its own as far as they go round.

export const HUES = 8;

export interface Mark {
  readonly letter: string;
  /** Index into the eight hues of the design, 0 to 7. */
  readonly hue: number;
}

/** The same name gets the same mark again, unless somebody signed in has it. */
export function nextMark(username: string, taken: readonly Mark[]): Mark {
  const letters = lettersOf(username);
  const hues = Array.from({ length: HUES }, (_, step) => (hashOf(username) + step) % HUES);
  const isFree = (mark: Mark) => taken.every(({ letter, hue }) => letter !== mark.letter || hue !== mark.hue);
  const newLetters = letters.filter((letter) => taken.every((mark) => mark.letter !== letter));
  const newHues = hues.filter((hue) => taken.every((mark) => mark.hue !== hue));
  // A letter of its own and a colour of its own, then one of them, then at least not the same two.
  const inOrder = [
    ...pairs(newLetters, newHues),
    ...pairs(newLetters, hues),
    ...pairs(letters, newHues),
    ...pairs(letters, hues),
  ];
  return inOrder.find(isFree) ?? inOrder[0] ?? { letter: '?', hue: 0 };
}

function pairs(letters: readonly string[], hues: readonly number[]): Mark[] {
  return letters.flatMap((letter) => hues.map((hue) => ({ letter, hue })));
}

/** Its letters and digits in order, then the digits, each once. */
function lettersOf(username: string): string[] {
  const own = username.toLocaleUpperCase('en').match(/[\p{L}\p{N}]/gu) ?? [];
  return [...new Set([...own, '2', '3', '4', '5', '6', '7', '8', '9'])];
}

/** FNV-1a, spread over names that differ in one letter. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
