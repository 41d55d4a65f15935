// What the fetcher needs of GraphiQL's inside, which only its own components can reach: EditorBridge keeps it current.
import type { Place } from '../appsync/explain/explanation.ts';

/** What the active tab's editors hold, and where the cursor stands in the operation's text. */
export interface Written {
  readonly query: string;
  readonly cursor: number;
  readonly variables: string;
  readonly headers: string;
}

export interface EditorAccess {
  readonly activeTab: () => string;
  /** Puts text, as it is, where the active tab's answer stands. */
  readonly showText: (text: string) => void;
  /** Selects what stands at a place: in the answer, or in the operation. */
  readonly showPlace: (where: 'answer' | 'operation', place: Place) => void;
  readonly showPlaceBy: (show: (where: 'answer' | 'operation', place: Place) => void) => void;
  /** Tells whether another tab was left for it. */
  readonly enterTab: (tabId: string) => boolean;
  readonly showTextBy: (show: (text: string) => void) => void;
  /** Puts the keyboard into the operation's text. */
  readonly focusEditor: () => void;
  readonly focusEditorBy: (focus: () => void) => void;
  /** Opens the pane of a plugin, by its title; an open one stays. */
  readonly showPane: (title: string) => void;
  readonly showPaneBy: (show: (title: string) => void) => void;
  readonly written: () => Written;
  readonly readWrittenBy: (read: () => Written) => void;
  readonly keepWrittenBy: (keep: (operationName: string | undefined) => void) => void;
  /** The fetcher was called for the run that GraphiQL has begun: the tab now takes what its editors hold. */
  readonly noteSent: (operationName: string | undefined) => void;
  /** Whether it was, since it was last asked. */
  readonly takeSent: () => boolean;
}

export function createEditorAccess(): EditorAccess {
  let activeTab = '';
  let show: (text: string) => void = () => undefined;
  let showPlace: (where: 'answer' | 'operation', place: Place) => void = () => undefined;
  let focus: () => void = () => undefined;
  let showPane: (title: string) => void = () => undefined;
  let keepWritten: (operationName: string | undefined) => void = () => undefined;
  let written: () => Written = () => ({ query: '', cursor: 0, variables: '', headers: '' });
  let sent = false;
  return {
    activeTab: () => activeTab,
    showText: (text) => show(text),
    enterTab: (tabId) => {
      const left = activeTab !== '' && activeTab !== tabId;
      activeTab = tabId;
      return left;
    },
    showTextBy: (next) => {
      show = next;
    },
    showPlace: (where, place) => showPlace(where, place),
    showPlaceBy: (next) => {
      showPlace = next;
    },
    focusEditor: () => focus(),
    focusEditorBy: (next) => {
      focus = next;
    },
    showPane: (title) => showPane(title),
    showPaneBy: (next) => {
      showPane = next;
    },
    written: () => written(),
    readWrittenBy: (next) => {
      written = next;
    },
    keepWrittenBy: (next) => {
      keepWritten = next;
    },
    noteSent: (operationName) => {
      sent = true;
      keepWritten(operationName);
    },
    takeSent: () => {
      const was = sent;
      sent = false;
      return was;
    },
  };
}
