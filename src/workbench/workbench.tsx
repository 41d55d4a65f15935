// GraphiQL for one connection, fed by the sessions. It is mounted once per connection and never for a user: who asks is
// looked up when an operation runs, so a switch touches no editor and introspects nothing.
import './editor/workers.ts';
import { GraphiQL } from 'graphiql';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { KnownSchemas } from '../appsync/known-schema.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { createComparisons } from '../compare/comparisons.ts';
import type { Identities } from '../sessions/identities.ts';
import type { Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Connection } from '../settings/connection.ts';
import { Button } from '../ui/button.tsx';
import { AnswerFooter } from './answer-footer.tsx';
import { ComparisonPlace } from './comparison-place.tsx';
import { createEditorAccess } from './editor-access.ts';
import { EditorBridge } from './editor-bridge.tsx';
import { ConnectionMenu, type ConnectionMenuProps } from './connection-menu.tsx';
import { createFetcher, unreadableStamp } from './fetcher.ts';
import { IdentityStrip } from './identity-strip.tsx';
import { createIntrospect } from './introspection.ts';
import { IdentityToolsContext } from './plugins/identity/use-identity-tools.ts';
import { useLookedAt } from './plugins/identity/use-looked-at.ts';
import { identityPlugin } from './plugins/identity/identity-plugin.tsx';
import { plugins } from './plugins/index.ts';
import { schemaPlugin } from './plugins/schema/schema-plugin.tsx';
import { PaneToolsContext } from './plugins/use-pane-tools.ts';
import { createRunAs } from './run-as.ts';
import { RunAsMenu } from './run-as-menu.tsx';
import { SchemaBridge } from './schema-bridge.tsx';
import { createStamps } from './stamps.ts';
import { StopSubscription, SubscriptionPlace } from './subscription-place.tsx';
import { createSubscriptions } from './subscription-run.ts';
import { SubscriptionsContext } from './subscriptions/use-subscriptions.ts';
import { useIdentityKeys } from './use-identity-keys.ts';
import { createWorkbenchStorage } from './workbench-storage.ts';
import './editor/styles.ts';
import './workbench.css';

/** One operation to begin with, in a tab of its own. */
export interface StarterOperation {
  readonly name: string;
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

export interface WorkbenchProps {
  connection: Connection;
  sessions: Sessions;
  identities: Identities;
  schemas: KnownSchemas;
  starterOperations: readonly StarterOperation[] | undefined;
  keepsHistory: () => boolean;
  /** The choice of connections, in the bar above. */
  connections: ConnectionMenuProps;
  /** What ends the bar. */
  barEnd: ReactNode;
  onAddIdentity: () => void;
  onNewToken: () => void;
  onSignInAgain: (session: Session) => void;
  onSignOut: (session: Session) => void;
  onSignOutEverywhere: (session: Session) => void;
  onSignOutAll: () => void;
  onRenew: (session: Session) => void;
}

const blankOperation: StarterOperation = {
  name: 'First',
  query: `# Write a query; Ctrl-Space completes, Ctrl-Enter runs it as the user chosen above.
# The docs are behind the book at the left.
query First {
  __typename
}
`,
};

const send: typeof fetch = (input, init) => fetch(input, init);
const clock = () => performance.now();
const today = () => Date.now();

export function Workbench(props: WorkbenchProps) {
  const { connection, sessions, identities, schemas, starterOperations, keepsHistory } = props;
  const endpoint = connection.graphqlEndpoint;
  const [access] = useState(createEditorAccess);
  const [stamps] = useState(createStamps);
  const runAs = useMemo(() => createRunAs(identities, connection.id), [identities, connection.id]);

  const subscriptions = useMemo(
    () =>
      createSubscriptions(async (changed) => {
        const { liveSubscriptionsOf } = await import('./subscriptions/load-live-subscriptions.ts');
        return liveSubscriptionsOf({ endpoint, sessions, identities, changed });
      }),
    [endpoint, sessions, identities],
  );
  useEffect(() => subscriptions.end, [subscriptions]);

  // Made once: a new fetcher would introspect again, a new storage or a new list of tabs would mean nothing to GraphiQL.
  const fetcher = useMemo(
    () =>
      createFetcher({
        endpoint,
        identities: runAs,
        subscriptions,
        renew: async (identityId) => {
          const id = identities.get(identityId)?.sessionId;
          return id !== undefined && (await sessions.renewNow(id)).ok;
        },
        introspect: createIntrospect({ endpoint, schemas, identities: runAs, fetch: send, now: clock, today }),
        rules: () => schemas.rulesOf(endpoint),
        activeTab: access.activeTab,
        noteSent: access.noteSent,
        stamp: stamps.set,
        showText: access.showText,
        fetch: send,
        now: clock,
        today,
      }),
    [endpoint, identities, sessions, schemas, runAs, subscriptions, stamps, access],
  );
  const storage = useMemo(
    () => createWorkbenchStorage(() => localStorage, { connectionId: connection.id, keepsHistory }),
    [connection.id, keepsHistory],
  );
  const tabs = useMemo(
    () =>
      (starterOperations?.length ? starterOperations : [blankOperation]).map(({ query, variables }) => ({
        query,
        ...(variables === undefined ? {} : { variables }),
      })),
    [starterOperations],
  );
  const paneTools = useMemo(() => ({ connection, identities, schemas }), [connection, identities, schemas]);
  const clearUnrun = useCallback(() => {
    if (stamps.of(access.activeTab()) === undefined) access.showText('');
  }, [stamps, access]);
  const openSchema = () => access.showPane(schemaPlugin.title);
  const { lookedAt, lookAt } = useLookedAt(identities, connection.id);
  const [comparisons] = useState(createComparisons);
  const compare = useCallback(() => comparisons.ask(access.activeTab(), access.written()), [comparisons, access]);
  useIdentityKeys(identities, connection.id);
  const stampUnsent = useCallback((tabId: string) => stamps.set(tabId, unreadableStamp), [stamps]);
  const withSession = (act: (session: Session) => void, orElse: () => void) => (identityId: string) => {
    const id = identities.get(identityId)?.sessionId;
    const session = sessions.getSnapshot().sessions.find((each) => each.id === id);
    if (session) act(session);
    else orElse();
  };

  return (
    <SubscriptionsContext value={subscriptions}>
      <header className="workbench-bar">
        <Button className="skip-to-editor" onClick={access.focusEditor}>
          Skip to the editor
        </Button>
        <ConnectionMenu {...props.connections} />
        <IdentityStrip
          sessions={sessions}
          identities={identities}
          connectionId={connection.id}
          onAddIdentity={props.onAddIdentity}
          onSignInAgain={props.onSignInAgain}
          onSignOut={props.onSignOut}
          onRenew={props.onRenew}
          onNewToken={props.onNewToken}
          onInspect={({ id }) => {
            lookAt(id);
            access.showPane(identityPlugin.title);
          }}
        />
        <div className="workbench-bar-end">{props.barEnd}</div>
      </header>
      <div className="workbench-editor">
        <PaneToolsContext value={paneTools}>
          <IdentityToolsContext value={{ ...props, lookedAt, onLookAt: lookAt }}>
            <GraphiQL
              fetcher={fetcher}
              plugins={plugins}
              storage={storage}
              defaultTabs={tabs}
              shouldPersistHeaders={false}
              showPersistHeadersSettings={false}
            >
              <GraphiQL.Logo>
                <RunAsMenu
                  sessions={sessions}
                  identities={identities}
                  connectionId={connection.id}
                  onAddIdentity={props.onAddIdentity}
                />
                <CompareButton onCompare={compare} />
              </GraphiQL.Logo>
              <GraphiQL.Toolbar>
                {({ prettify, merge, copy }) => (
                  <>
                    <StopSubscription />
                    {prettify}
                    {merge}
                    {copy}
                  </>
                )}
              </GraphiQL.Toolbar>
              <GraphiQL.Footer>
                <SchemaBridge onOpenSchema={openSchema} onBrought={clearUnrun} />
                <EditorBridge access={access} onEnterTab={runAs.enterTab} onUnsent={stampUnsent} />
                <SubscriptionPlace onSignIn={withSession(props.onSignInAgain, props.onAddIdentity)}>
                  <AnswerFooter
                    stamps={stamps}
                    onSignIn={withSession(props.onSignInAgain, props.onAddIdentity)}
                    onRenew={withSession(props.onRenew, props.onAddIdentity)}
                    onOpenSchema={openSchema}
                    onShow={access.showPlace}
                  />
                </SubscriptionPlace>
                <ComparisonPlace
                  comparisons={comparisons}
                  schemas={props.schemas}
                  endpoint={connection.graphqlEndpoint}
                  connectionId={connection.id}
                  sessions={sessions}
                  identities={identities}
                  onAddIdentity={props.onAddIdentity}
                  onMend={withSession(props.onSignInAgain, props.onNewToken)}
                  onCompare={compare}
                />
              </GraphiQL.Footer>
            </GraphiQL>
          </IdentityToolsContext>
        </PaneToolsContext>
      </div>
    </SubscriptionsContext>
  );
}
