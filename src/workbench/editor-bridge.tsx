// Stands within GraphiQL to reach its store: keeps the editor's access current, and follows the theme. Draws nothing.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useLayoutEffect } from 'react';
import type { EditorAccess } from './editor-access.ts';

export function EditorBridge({ access }: { access: EditorAccess }) {
  const activeTab = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const actions = useGraphiQLActions();

  // A new tab does not stop what runs in the old one by itself, and its answer would be written into the new.
  useLayoutEffect(() => {
    if (access.enterTab(activeTab)) actions.stop();
  }, [access, activeTab, actions]);

  useLayoutEffect(() => {
    access.showTextBy((text) => {
      responseEditor?.setValue(text);
      actions.updateActiveTabValues({ response: text });
    });
  }, [access, responseEditor, actions]);

  useEffect(() => {
    const follow = (event: Event) => {
      const theme: unknown = event instanceof CustomEvent ? event.detail : undefined;
      actions.setTheme(theme === 'light' || theme === 'dark' ? theme : null);
    };
    document.addEventListener('themechange', follow);
    return () => document.removeEventListener('themechange', follow);
  }, [actions]);

  return null;
}
