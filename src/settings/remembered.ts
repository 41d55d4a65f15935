// The few things the browser may remember between visits: which connection was used last, and the theme. Never anything that
// was typed into a form, never a token.

export type Theme = 'light' | 'dark' | 'system';

// GraphiQL keeps its theme under this key; one key for both, so that they cannot disagree.
const themeKey = 'graphiql:theme';
const historyKey = 'appsync-graphiql:history';
const lastConnectionKey = 'appsync-graphiql:last-connection';

export interface Remembered {
  readonly lastConnection: () => string | undefined;
  readonly setLastConnection: (id: string) => void;
  readonly theme: () => Theme;
  readonly setTheme: (theme: Theme) => void;
  /** Whether operations that were run are kept in the browser. */
  readonly keepsHistory: () => boolean;
  readonly setKeepsHistory: (keeps: boolean) => void;
}

/** The operations that were run, of every connection: GraphiQL's two lists of them. */
function forgetHistory(storage: () => Storage): void {
  try {
    for (const key of Object.keys(storage()))
      if (/^graphiql:.*(?:queries|favorites)$/.test(key)) storage().removeItem(key);
  } catch {
    // Nothing is kept there anyway.
  }
}

/** A storage that is full, or forbidden by the browser's settings, remembers nothing and says nothing. */
export function createRemembered(storage: () => Storage): Remembered {
  const read = (key: string) => {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: string) => {
    try {
      storage().setItem(key, value);
    } catch {
      // Remembered for this visit only.
    }
  };
  return {
    lastConnection: () => read(lastConnectionKey),
    setLastConnection: (id) => write(lastConnectionKey, id),
    theme: () => {
      const stored = read(themeKey);
      return stored === 'light' || stored === 'dark' ? stored : 'system';
    },
    keepsHistory: () => read(historyKey) !== 'off',
    setKeepsHistory: (keeps) => {
      write(historyKey, keeps ? 'on' : 'off');
      if (!keeps) forgetHistory(storage);
    },
    setTheme: (theme) => write(themeKey, theme === 'system' ? '' : theme),
  };
}
