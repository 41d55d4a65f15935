// Who may import whom: the one picture of the house. oxlint.config.ts makes the lint rule of it; ARCHITECTURE.md tells why.

const rooms = ['app', 'settings', 'cognito', 'appsync', 'sessions', 'sign-in', 'compare', 'workbench', 'ui'] as const;
const programs = ['server', 'stand-in', 'e2e', 'bench'] as const;

type Room = (typeof rooms)[number];
type Program = (typeof programs)[number];

/**
 * For each part of the tree, what it may import of the other parts: folders end with a slash, a file or the start of its
 * name does not. Imports within a part, and packages, are not ruled here.
 */
const importRules: Record<`src/${Room}` | Program, readonly string[]> = {
  'src/ui': [],
  'src/settings': ['src/ui/', 'server/api.ts'],
  'src/cognito': ['server/api.ts'],
  'src/appsync': [],
  // An identity knows how it is authorized, and nothing else of AppSync.
  'src/sessions': ['src/cognito/', 'src/appsync/authorization', 'src/appsync/appsync-error', 'src/ui/'],
  'src/sign-in': ['src/cognito/', 'src/sessions/', 'src/settings/', 'src/ui/'],
  'src/compare': ['src/appsync/', 'src/sessions/', 'src/ui/'],
  'src/workbench': ['src/appsync/', 'src/compare/', 'src/sessions/', 'src/settings/', 'src/ui/'],
  'src/app': [...rooms.map((room) => `src/${room}/`), 'server/api.ts'],
  // The helper starts the stand-in for the demo, and shares the React-free rooms with the command line.
  server: ['stand-in/', 'src/settings/', 'src/cognito/', 'src/appsync/', 'src/compare/'],
  // An independent witness: shares no line with the app.
  'stand-in': [],
  e2e: ['stand-in/', 'server/'],
  bench: ['stand-in/', 'server/', 'src/cognito/srp'],
};

export type Part = keyof typeof importRules;
export const parts: readonly Part[] = [...rooms.map((room) => `src/${room}` as const), ...programs];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** A regular expression (without look-around, which the linter's engine lacks) for the paths that do not start with any prefix. */
function startingOtherwise(prefixes: readonly string[]): string {
  const next = new Map<string, string[]>();
  for (const prefix of prefixes) {
    const [first, rest] = [prefix.slice(0, 1), prefix.slice(1)];
    if (first === '') return '[^\\s\\S]';
    next.set(first, [...(next.get(first) ?? []), rest]);
  }
  const otherwise = `[^${[...next.keys()].map(escaped).join('')}]`;
  const inner = [...next].flatMap(([first, rests]) =>
    rests.includes('') ? [] : [`${escaped(first)}(?:${startingOtherwise(rests)})`],
  );
  return [otherwise, ...inner].join('|');
}

/** The no-restricted-imports patterns of one part: every relative path into another part that its rule does not name. */
export function forbiddenImports(part: Part): { regex: string; message: string }[] {
  const allowed = importRules[part];
  const message = `${part} may import only: ${allowed.join(', ') || 'nothing outside itself'} (import-rules.ts).`;
  const within = (folder: string) =>
    allowed.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  const forbidden: string[] = [];
  for (const other of [...rooms.map((room) => `src/${room}` as const), ...programs]) {
    if (other === part) continue;
    // Between rooms of src a path reads ../cognito/x.ts; from another program ../src/cognito/x.ts.
    const folder = `${part.startsWith('src/') ? other.replace(/^src\//, '') : other}/`;
    const exceptions = within(`${other}/`);
    if (exceptions.length === 0) forbidden.push(escaped(folder));
    else if (!exceptions.includes('')) forbidden.push(`${escaped(folder)}(?:${startingOtherwise(exceptions)})`);
  }
  const walls = forbidden.map((path) => ({ regex: String.raw`^(?:\.\./)+${path}`, message }));
  // A program that may use rooms of src may use their pure files only.
  return part.startsWith('src/')
    ? walls
    : [...walls, { regex: String.raw`^(?:\.\./)+src/.*(?:\.tsx$|/use-)`, message }];
}
