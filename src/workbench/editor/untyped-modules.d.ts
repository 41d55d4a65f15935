// Files of monaco-editor without types. They are only fetched early (warm-up.ts); nothing of theirs is used.
declare module 'monaco-editor/esm/vs/basic-languages/graphql/graphql.js';
declare module 'monaco-editor/esm/vs/language/json/jsonMode.js';
