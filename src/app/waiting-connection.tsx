// A new connection needs a tab of its own while somebody is signed in here, and the browser kept the tab from opening by itself.
import { Dialog } from '../ui/dialog.tsx';
import { addressOf, type Connections } from './use-connections.ts';

export function WaitingConnection({ connections }: { connections: Connections }) {
  const { waiting, dismissWaiting } = connections;
  if (!waiting) return null;
  return (
    <Dialog title={waiting.name} onClose={dismissWaiting}>
      <p>
        Its hosts are new to this page, whose security policy was fixed when it was opened. It opens in a tab of its
        own, so that nobody is signed out here.
      </p>
      <p>
        <a
          className="button button-primary"
          href={addressOf(waiting)}
          target="_blank"
          rel="noreferrer"
          onClick={dismissWaiting}
        >
          Open in a new tab
        </a>
      </p>
    </Dialog>
  );
}
