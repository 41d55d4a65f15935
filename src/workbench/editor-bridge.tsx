// What the fetcher must know of GraphiQL's inside: which tab is active, how to write text into its answer, and the theme.
// Draws nothing; it stands within GraphiQL to reach its store.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, type RefObject } from 'react';

export interface EditorAccess {
  activeTab: string;
  showText(text: string): void;
}

export function EditorBridge({ access }: { access: RefObject<EditorAccess> }) {
  const activeTab = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  const isFetching = useGraphiQL((state) => state.isFetching);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const { updateActiveTabValues, setTheme, stop } = useGraphiQLActions();

  // A new tab does not stop what runs in the old one by itself, and its answer would be written into the new.
  if (access.current.activeTab !== activeTab) {
    if (isFetching && access.current.activeTab !== '') queueMicrotask(stop);
    access.current.activeTab = activeTab;
  }

  useEffect(() => {
    access.current.showText = (text) => {
      responseEditor?.setValue(text);
      updateActiveTabValues({ response: text });
    };
  }, [access, responseEditor, updateActiveTabValues]);

  useEffect(() => {
    const follow = (event: Event) => {
      const theme: unknown = event instanceof CustomEvent ? event.detail : undefined;
      setTheme(theme === 'light' || theme === 'dark' ? theme : null);
    };
    document.addEventListener('themechange', follow);
    return () => document.removeEventListener('themechange', follow);
  }, [setTheme]);

  return null;
}
