// Monaco's two themes where they miss the contrast of WCAG AA (4.5:1) on GraphiQL's grounds: comments, line numbers, errors. Pure.
import type { editor } from 'monaco-editor/esm/vs/editor/editor.api.js';

type Theme = editor.IStandaloneThemeData;

const readable: Partial<Record<Theme['base'], Pick<Theme, 'rules' | 'colors'>>> = {
  'vs-dark': {
    rules: [
      { token: 'comment', foreground: '8FBC7A' },
      { token: 'keyword', foreground: '74B5EE' },
      { token: 'invalid', foreground: 'FF8A8A' },
    ],
    colors: { 'editorLineNumber.foreground': '#a3adbf', 'editorLineNumber.dimmedForeground': '#a3adbf' },
  },
  vs: {
    rules: [
      { token: 'comment', foreground: '007300' },
      { token: 'invalid', foreground: 'B3261E' },
    ],
    colors: { 'editorLineNumber.foreground': '#4d6172', 'editorLineNumber.dimmedForeground': '#4d6172' },
  },
};

/** The theme with what cannot be read replaced; what the theme itself says comes first. */
export function readableThemeFrom(theme: Theme): Theme {
  const { rules = [], colors = {} } = readable[theme.base] ?? {};
  return { ...theme, rules: [...rules, ...theme.rules], colors: { ...colors, ...theme.colors } };
}
