// Stands within GraphiQL: has it take the schema anew where another is known now (a file was brought, or taken back), and where somebody else
// is there to ask as since one was refused. Draws the one line that says why there is no schema.
import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { useActiveIdentity, useKnownSchema, usePaneTools } from './plugins/use-pane-tools.ts';

export interface SchemaBridgeProps {
  onOpenSchema: () => void;
  /** A schema was brought: that there is none may no longer stand in the answer's place. */
  onBrought: () => void;
}

export function SchemaBridge({ onOpenSchema, onBrought }: SchemaBridgeProps) {
  const tools = usePaneTools();
  const { brought, introspection } = useKnownSchema(tools.schemas, tools.connection.graphqlEndpoint);
  const identity = useActiveIdentity(tools);
  const actions = useGraphiQLActions();

  const before = useRef(brought);
  useEffect(() => {
    if (before.current === brought) return;
    before.current = brought;
    if (brought) onBrought();
    void actions.introspect();
  }, [brought, actions, onBrought]);

  const isRefused = introspection?.state === 'failed' && brought === undefined;
  const refusedAs = isRefused ? introspection.identityId : undefined;
  const askedAs = useRef<string>(undefined);
  useEffect(() => {
    const id = identity?.id;
    if (refusedAs === undefined || id === undefined || id === refusedAs || id === askedAs.current) return;
    // Each of them is asked as once: two that are both refused would take turns for ever.
    askedAs.current = id;
    if (identity?.authMode !== 'NONE') void actions.introspect();
  }, [identity, refusedAs, actions]);

  return isRefused ? (
    <p className="schema-line" role="status">
      <span>No documentation or completion: {introspection.what}</span>
      <Button kind="quiet" onClick={onOpenSchema}>
        Why, and what to do
      </Button>
    </p>
  ) : null;
}
