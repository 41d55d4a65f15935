// Files of monaco-editor without types. They are only started early (warm-up.ts); nothing of theirs is used.
declare module 'monaco-editor/esm/vs/base/browser/dom.js';
declare module 'monaco-editor/esm/vs/base/common/uri.js';
declare module 'monaco-editor/esm/vs/editor/browser/coreCommands.js';
declare module 'monaco-editor/esm/vs/platform/contextkey/common/contextkey.js';
