// What leaves this page and what it keeps, and the one choice about it.
import { useState } from 'react';
import type { Connection } from '../settings/connection.ts';
import { originsOf } from '../settings/reachable.ts';
import type { Remembered } from '../settings/remembered.ts';
import { Dialog } from '../ui/dialog.tsx';
import './privacy-dialog.css';

export interface PrivacyDialogProps {
  connection: Connection;
  remembered: Remembered;
  onClose: () => void;
}

export function PrivacyDialog({ connection, remembered, onClose }: PrivacyDialogProps) {
  const [keeps, setKeeps] = useState(() => remembered.keepsHistory());
  return (
    <Dialog title="What leaves this page, and what it keeps" onClose={onClose}>
      <div className="privacy">
        <h3>Leaves this machine</h3>
        <p>Requests to these hosts and to no other; the page’s security policy sees to it:</p>
        <ul>
          {originsOf(connection).map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
            </li>
          ))}
        </ul>
        <h3>In this page’s memory only</h3>
        <p>Tokens, passwords, client secrets and codes, and what the Headers editor holds. A reload forgets them.</p>
        <h3>In this browser</h3>
        <p>The text of your tabs, the layout, the theme, and the operations you ran:</p>
        <label>
          <input
            type="checkbox"
            checked={keeps}
            onChange={(event) => {
              setKeeps(event.target.checked);
              remembered.setKeepsHistory(event.target.checked);
            }}
          />
          Keep a history of operations and their variables
        </label>
        <h3>In a file of your own on this machine</h3>
        <p>The connections: names, ids and addresses, and whether an app client has a secret. Never the secret.</p>
      </div>
    </Dialog>
  );
}
