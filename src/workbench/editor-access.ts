// What the fetcher needs of GraphiQL's inside, which only its own components can reach: EditorBridge keeps it current.

export interface EditorAccess {
  readonly activeTab: () => string;
  /** Puts text, as it is, where the active tab's answer stands. */
  readonly showText: (text: string) => void;
  /** Tells whether another tab was left for it. */
  readonly enterTab: (tabId: string) => boolean;
  readonly showTextBy: (show: (text: string) => void) => void;
}

export function createEditorAccess(): EditorAccess {
  let activeTab = '';
  let show: (text: string) => void = () => undefined;
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
  };
}
