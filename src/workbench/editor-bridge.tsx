// Stands within GraphiQL to reach its store: keeps the editor's access current, tells of runs that GraphiQL did not send, and
// follows the theme. Draws nothing.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { EditorAccess } from './editor-access.ts';
import { selectInAnswer, selectInOperation } from './select-place.ts';

export interface EditorBridgeProps {
  access: EditorAccess;
  /** A tab is before the person now. */
  onEnterTab: (tabId: string) => void;
  /** GraphiQL kept a run to itself, since it could not read variables or headers. */
  onUnsent: (tabId: string) => void;
}

export function EditorBridge({ access, onEnterTab, onUnsent }: EditorBridgeProps) {
  const activeTab = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const theme = useGraphiQL((state) => state.theme);
  const run = useGraphiQL((state) => state.queryId);
  const lastRun = useRef(run);
  const actions = useGraphiQLActions();

  // A new tab does not stop what runs in the old one by itself, and its answer would be written into the new.
  useLayoutEffect(() => {
    if (access.enterTab(activeTab)) actions.stop();
    onEnterTab(activeTab);
  }, [access, activeTab, actions, onEnterTab]);

  useLayoutEffect(() => {
    access.showTextBy((text) => {
      responseEditor?.setValue(text);
      actions.updateActiveTabValues({ response: text });
    });
  }, [access, responseEditor, actions]);

  useLayoutEffect(() => {
    access.showPlaceBy((where, place) =>
      where === 'answer' ? selectInAnswer(responseEditor, place) : selectInOperation(queryEditor, place),
    );
  }, [access, responseEditor, queryEditor]);

  useLayoutEffect(() => access.focusEditorBy(() => queryEditor?.focus()), [access, queryEditor]);

  // GraphiQL's store knows which pane is chosen, and only the button in its rail gives a hidden one its place back.
  useLayoutEffect(
    () =>
      access.showPaneBy((title) =>
        document.querySelector<HTMLElement>(`.graphiql-sidebar > button[aria-label="Show ${title}"]`)?.click(),
      ),
    [access],
  );

  // GraphiQL's tab learns what its editors hold a tenth of a second late, and its history asks the tab: what is run right after
  // the last letter, and answered at once, would be remembered as it was before, or not at all.
  useLayoutEffect(() => {
    access.keepWrittenBy((operationName) => {
      actions.updateActiveTabValues({
        ...(queryEditor && { query: queryEditor.getValue() }),
        ...(variableEditor && { variables: variableEditor.getValue() }),
        ...(headerEditor && { headers: headerEditor.getValue() }),
        operationName: operationName ?? null,
      });
    });
  }, [access, queryEditor, variableEditor, headerEditor, actions]);

  useLayoutEffect(
    () =>
      access.readWrittenBy(() => {
        const position = queryEditor?.getPosition();
        return {
          query: queryEditor?.getValue() ?? '',
          cursor: (position && queryEditor?.getModel()?.getOffsetAt(position)) ?? 0,
          variables: variableEditor?.getValue() ?? '',
          headers: headerEditor?.getValue() ?? '',
        };
      }),
    [access, queryEditor, variableEditor, headerEditor],
  );

  // A run calls the fetcher at once or not at all.
  useLayoutEffect(() => {
    if (run === lastRun.current) return;
    lastRun.current = run;
    if (!access.takeSent()) onUnsent(activeTab);
  }, [run, access, activeTab, onUnsent]);

  useEffect(() => {
    const follow = (event: Event) => {
      const chosen: unknown = event instanceof CustomEvent ? event.detail : undefined;
      actions.setTheme(chosen === 'light' || chosen === 'dark' ? chosen : null);
    };
    document.addEventListener('themechange', follow);
    return () => document.removeEventListener('themechange', follow);
  }, [actions]);

  // The page's own colours follow the system by themselves; GraphiQL colours its editors only when told.
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      if (theme === null) actions.setTheme(null);
    };
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [actions, theme]);

  return null;
}
