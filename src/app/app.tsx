// The shell: the one place where settings, sign-in, sessions and workbench meet. The front page stands while nobody is signed
// in to the chosen connection; a workbench that was drawn before stays beneath it, so that no query is lost.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionsSnapshot } from '../sessions/kept-sessions.ts';
import type { IdentitiesSnapshot } from '../sessions/identities.ts';
import type { Session } from '../sessions/session.ts';
import type { IdentityKind } from '../sign-in/add-identity.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { later } from '../ui/later.tsx';
import type { ConnectionTask } from './connection-dialog.tsx';
import { FrontPage } from './front-page.tsx';
import { PrivacyDialog } from './privacy-dialog.tsx';
import type { Services } from './services.ts';
import { SignInPanel } from './sign-in-panel.tsx';
import { SignedInElsewhere } from './signed-in-elsewhere.tsx';
import { ThemeButton } from './theme-button.tsx';
import { TellAll } from './told.tsx';
import { useConnectionFile } from './use-connection-file.ts';
import { useConnections } from './use-connections.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeptPage } from './use-kept-page.ts';
import { useOtherIdentities } from './use-other-identities.ts';
import { useWorkbench } from './use-workbench.ts';
import { useSessionActs } from './use-session-acts.ts';
import { WaitingConnection } from './waiting-connection.tsx';
import { WorkbenchLayer } from './workbench-layer.tsx';

type Open =
  | { readonly what: 'sign-in-again'; readonly again: Session }
  | { readonly what: 'add-identity'; readonly kind: IdentityKind }
  | { readonly what: 'connection'; readonly task: ConnectionTask }
  | { readonly what: 'privacy' };

const connectionDialog = later(async () => (await import('./connection-dialog.tsx')).ConnectionDialog, {
  frame: (notice, { onClose }) => (
    <Dialog title="Connection" onClose={onClose}>
      {notice}
    </Dialog>
  ),
});

const addIdentity = later(async () => (await import('../sign-in/add-identity.tsx')).AddIdentity);

const toNothing = () => () => undefined;
const noSessions: SessionsSnapshot = { sessions: [] };
const noIdentities: IdentitiesSnapshot = { identities: [], activeIds: {} };

/** Undefined while React takes over what stands in index.html, so that both are the same; there from then on. */
function useServices(given: Services | undefined): Services | undefined {
  const alive = useSyncExternalStore(
    toNothing,
    () => true,
    () => false,
  );
  return alive ? given : undefined;
}

export function App({ services: given }: { services: Services | undefined }) {
  const services = useServices(given);
  useKeptPage();
  const connections = useConnections(services);
  const { told, tell: setTold, dismiss, signOut, signOutEverywhere, signOutAll, renew } = useSessionActs(services);
  const [open, setOpen] = useState<Open>();
  const { sessions: all } = useSyncExternalStore(
    services?.sessions.subscribe ?? toNothing,
    services?.sessions.getSnapshot ?? (() => noSessions),
    () => noSessions,
  );
  const { identities } = useSyncExternalStore(
    services?.identities.subscribe ?? toNothing,
    services?.identities.getSnapshot ?? (() => noIdentities),
    () => noIdentities,
  );
  const { chosen } = connections;
  const signedIn = all.filter((session) => session.connectionId === chosen?.id);
  const covered = identities.every(({ connectionId }) => connectionId !== chosen?.id);
  // Once drawn, the workbench of a connection stays for as long as that connection is the chosen one.
  const load = useWorkbench(services !== undefined);
  // Whoever came by a connection file pressed no Sign in.
  const { drawNow } = load;
  useEffect(() => {
    if (!covered) drawNow();
  }, [covered, drawNow]);
  const [drawn, setDrawn] = useState<string>();
  if (!covered && drawn !== chosen?.id) setDrawn(chosen?.id);

  const keepFocus = useKeptFocus(identities.length);
  const close = () => setOpen(undefined);
  const openConnection = (task: ConnectionTask) => setOpen({ what: 'connection', task });
  const openFile = (file?: File | string) => openConnection({ do: 'new', ...(file !== undefined && { file }) });
  useConnectionFile(covered && open === undefined, openFile);
  const openAdding = (kind: IdentityKind = 'sign-in') => setOpen({ what: 'add-identity', kind });
  const { offers, add, addOffer } = useOtherIdentities(services, chosen, setTold, () => {
    load.drawNow();
    close();
  });
  const panel = (again?: Session, onOtherKind?: () => void) => (
    <SignInPanel
      services={services}
      connections={connections}
      signedIn={signedIn}
      again={again}
      offers={offers}
      onOffer={addOffer}
      onOtherKind={onOtherKind}
      onStart={load.drawNow}
      onDone={() => {
        close();
        dismiss();
      }}
      onConnection={openConnection}
    />
  );
  const tell = told ? (
    <TellAll
      told={told}
      onDismiss={() => {
        dismiss();
        keepFocus();
      }}
    />
  ) : null;
  const theme = services ? <ThemeButton remembered={services.remembered} /> : null;

  return (
    <>
      {covered ? (
        <FrontPage connection={chosen} notes={connections.notes} corner={theme} told={tell}>
          {panel(undefined, () => openAdding('API_KEY'))}
          <SignedInElsewhere identities={identities} connections={connections} />
        </FrontPage>
      ) : null}
      {services && chosen && (!covered || drawn === chosen.id || (load.early && load.code.state === 'here')) ? (
        <WorkbenchLayer
          key={`${chosen.id} ${chosen.graphqlEndpoint}`}
          services={services}
          load={load}
          connection={chosen}
          covered={covered}
          told={covered ? null : tell}
          connections={{
            chosen,
            kept: connections.kept,
            demo: connections.demo,
            onChoose: connections.choose,
            onNew: () => openConnection({ do: 'new' }),
            onChange: (task) => openConnection({ do: task, connection: chosen }),
          }}
          barEnd={
            <>
              <Button kind="quiet" onClick={() => setOpen({ what: 'privacy' })}>
                Privacy
              </Button>
              {theme}
            </>
          }
          onAddIdentity={() => openAdding()}
          onNewToken={() => openAdding('TOKEN')}
          onSignInAgain={(again) => setOpen({ what: 'sign-in-again', again })}
          onSignOut={(session) => void signOut(session)}
          onSignOutEverywhere={(session) => void signOutEverywhere(session)}
          onSignOutAll={() => void signOutAll()}
          onRenew={(session) => void renew(session)}
        />
      ) : null}
      {open?.what === 'sign-in-again' ? (
        <Dialog title={`Sign in again as ${open.again.username}`} onClose={close}>
          {panel(open.again)}
        </Dialog>
      ) : null}
      {open?.what === 'add-identity' && chosen ? (
        <Dialog title="Add identity" onClose={close}>
          <addIdentity.Part
            initial={open.kind}
            signIn={panel()}
            connection={chosen}
            offers={offers}
            onAdd={add}
            onOffer={addOffer}
          />
        </Dialog>
      ) : null}
      {open?.what === 'connection' ? (
        <connectionDialog.Part connections={connections} signedIn={signedIn} task={open.task} onClose={close} />
      ) : null}
      {open?.what === 'privacy' && services && chosen ? (
        <PrivacyDialog connection={chosen} remembered={services.remembered} onClose={close} />
      ) : null}
      <WaitingConnection connections={connections} />
    </>
  );
}
