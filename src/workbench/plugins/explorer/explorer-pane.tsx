// The Explorer pane: what @graphiql/plugin-explorer draws, with our words where there is no schema to click in.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import '@graphiql/plugin-explorer/style.css';
import { useGraphiQL } from '@graphiql/react';
import './explorer-pane.css';

/** The plugin's own miss the contrast of WCAG AA on GraphiQL's grounds. */
const colors = {
  keyword: 'var(--ours-link)',
  def: 'var(--ours-good)',
  property: 'var(--ours-text)',
  qualifier: 'var(--ours-text-quiet)',
  attribute: 'var(--ours-good)',
  number: 'var(--ours-caution)',
  string: 'var(--ours-danger)',
  builtin: 'var(--ours-caution)',
  string2: 'var(--ours-danger)',
  variable: 'var(--ours-link)',
  atom: 'var(--ours-good)',
};

const Explorer = explorerPlugin({ showAttribution: false, title: 'Explorer', colors }).content;

export function ExplorerPane() {
  const hasSchema = useGraphiQL((state) => Boolean(state.schema));
  if (hasSchema) {
    return (
      <div className="explorer-pane">
        <Explorer />
      </div>
    );
  }
  return (
    <p role="status">
      Once the schema is there, an operation can be clicked together here. The Schema pane says why it is not.
    </p>
  );
}
