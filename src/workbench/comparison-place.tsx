// Where the comparison of the tab at hand stands: in the answer's place, fetched when the first one is asked for. Also its key.
import { useGraphiQL } from '@graphiql/react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { KnownSchemas } from '../appsync/known-schema.ts';
import type { Comparisons } from '../compare/comparisons.ts';
import type { Identities } from '../sessions/identities.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import { PaneStopped } from './plugins/pane-stopped.tsx';
import './comparison-place.css';

export interface ComparisonPlaceProps {
  comparisons: Comparisons;
  schemas: KnownSchemas;
  endpoint: string;
  connectionId: string;
  sessions: Sessions;
  identities: Identities;
  onAddIdentity: () => void;
  onMend: (identityId: string) => void;
  /** Compare the tab at hand. */
  onCompare: () => void;
}

const view = later(async () => (await import('../compare/comparison-view.tsx')).ComparisonView);

export function ComparisonPlace({ onCompare, ...props }: ComparisonPlaceProps) {
  const { comparisons } = props;
  useSyncExternalStore(comparisons.subscribe, comparisons.getVersion);
  const tabId = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id ?? '');
  const query = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query ?? '');

  const tabIds = useGraphiQL((state) => state.tabs.map(({ id }) => id).join(' '));
  useEffect(() => comparisons.keepTabs(tabIds.split(' ')), [comparisons, tabIds]);
  useEffect(() => () => comparisons.keepTabs([]), [comparisons]);

  // Before Monaco, which would begin a line above the cursor.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey) || isElsewhere()) return;
      event.preventDefault();
      event.stopPropagation();
      onCompare();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [onCompare]);

  const comparison = comparisons.of(tabId);
  useWidthOfItsOwn(comparison?.shown === true);
  if (comparison === undefined) return null;
  if (!comparison.shown) {
    return (
      <div className="comparison-kept">
        <Button kind="quiet" onClick={() => comparisons.show(tabId, true)}>
          Back to the comparison
        </Button>
      </div>
    );
  }
  return (
    <div className="comparison-place">
      <Boundary Instead={PaneStopped}>
        <view.Part key={tabId} {...props} tabId={tabId} query={query} onClose={() => comparisons.show(tabId, false)} />
      </Boundary>
    </div>
  );
}

/** A dialog has the keyboard to itself; and before anybody is signed in, the front page has. */
function isElsewhere(): boolean {
  const editor = document.querySelector('.workbench-editor');
  return document.querySelector('dialog[open]') !== null || editor?.closest('[inert]') !== null;
}

/** What the editors get of the width, the answer's place being 1: as GraphiQL's divider sets it. */
const editorsBeside = '0.42';

/** A comparison takes most of the width until the divider is drawn elsewhere; an answer gets back what it had. */
function useWidthOfItsOwn(shown: boolean) {
  const drawn = useRef(editorsBeside);
  useLayoutEffect(() => {
    const editors = document.querySelector<HTMLElement>('.workbench-editor .graphiql-editors');
    if (!shown || editors === null) return undefined;
    const before = editors.style.flex;
    editors.style.flex = drawn.current;
    return () => {
      drawn.current = editors.style.flex;
      editors.style.flex = before;
    };
  }, [shown]);
}
