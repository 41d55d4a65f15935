// The shell: the one place where settings, sign-in, sessions and workbench meet. The front page stands while nobody is signed
// in to the chosen connection; a workbench that was drawn before stays beneath it, so that no query is lost.
import { useState, useSyncExternalStore } from 'react';
import type { SessionsSnapshot } from '../sessions/kept-sessions.ts';
import type { Session } from '../sessions/session.ts';
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
import { useConnections } from './use-connections.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeptPage } from './use-kept-page.ts';
import { useWorkbench } from './use-workbench.ts';
import { useSessionActs } from './use-session-acts.ts';
import { WaitingConnection } from './waiting-connection.tsx';
import { WorkbenchLayer } from './workbench-layer.tsx';

type Open =
  | { readonly what: 'sign-in'; readonly again?: Session }
  | { readonly what: 'connection'; readonly task: ConnectionTask }
  | { readonly what: 'privacy' };

const connectionDialog = later(async () => (await import('./connection-dialog.tsx')).ConnectionDialog, {
  frame: (notice, { onClose }) => (
    <Dialog title="Connection" onClose={onClose}>
      {notice}
    </Dialog>
  ),
});

const toNothing = () => () => undefined;
const noSessions: SessionsSnapshot = { sessions: [] };

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
  const { told, dismiss, signOut, signOutEverywhere, signOutAll, renew } = useSessionActs(services);
  const [open, setOpen] = useState<Open>();
  const { sessions: all } = useSyncExternalStore(
    services?.sessions.subscribe ?? toNothing,
    services?.sessions.getSnapshot ?? (() => noSessions),
    () => noSessions,
  );
  const { chosen } = connections;
  const signedIn = all.filter((session) => session.connectionId === chosen?.id);
  const covered = signedIn.length === 0;
  // Once drawn, the workbench of a connection stays for as long as that connection is the chosen one.
  const load = useWorkbench(services !== undefined);
  const [drawn, setDrawn] = useState<string>();
  if (!covered && drawn !== chosen?.id) setDrawn(chosen?.id);

  const keepFocus = useKeptFocus(signedIn.length);
  const close = () => setOpen(undefined);
  const openConnection = (task: ConnectionTask) => setOpen({ what: 'connection', task });
  const openSignIn = (again?: Session) => setOpen({ what: 'sign-in', ...(again && { again }) });
  const panel = (again?: Session) => (
    <SignInPanel
      services={services}
      connections={connections}
      signedIn={signedIn}
      again={again}
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
          {panel()}
          <SignedInElsewhere sessions={all} connections={connections} />
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
          onAddIdentity={() => openSignIn()}
          onSignInAgain={(session) => openSignIn(session)}
          onSignOut={(session) => void signOut(session)}
          onSignOutEverywhere={(session) => void signOutEverywhere(session)}
          onSignOutAll={() => void signOutAll()}
          onRenew={(session) => void renew(session)}
        />
      ) : null}
      {open?.what === 'sign-in' ? (
        <Dialog title={open.again ? `Sign in again as ${open.again.username}` : 'Add identity'} onClose={close}>
          {panel(open.again)}
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
