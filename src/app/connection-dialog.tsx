// New, edit, copy or remove a connection, in a dialog over the page.
import { useState } from 'react';
import { adminSignInActions, smallestPolicy } from '../cognito/iam-policy.ts';
import type { Session } from '../sessions/session.ts';
import { regionOf, type Connection } from '../settings/connection.ts';
import { draftFrom, emptyDraft, type ConnectionDraft } from '../settings/connection-fields.ts';
import { ConnectionForm } from '../settings/connection-form.tsx';
import type { FoundApi, FoundClient } from '../settings/importers/importer.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { ConnectionFile } from '../settings/connection-file.tsx';
import { copyName, freshId, freshName } from '../settings/fresh-id.ts';
import type { Connections, FoundKey } from './use-connections.ts';

export type ConnectionTask =
  /** `file`: a connection file that was dropped or pasted, or its text. */
  | { readonly do: 'new'; readonly file?: File | string }
  | { readonly do: 'edit' | 'copy' | 'remove'; readonly connection: Connection };

export interface ConnectionDialogProps {
  connections: Connections;
  /** Whoever is signed in to the connection at hand. */
  signedIn: readonly Session[];
  task: ConnectionTask;
  onClose: () => void;
}

const titles = {
  new: 'New connection',
  edit: 'Edit connection',
  copy: 'Copy of a connection',
  remove: 'Remove connection',
} as const;

export function ConnectionDialog({ connections, signedIn, task, onClose }: ConnectionDialogProps) {
  const [found, setFound] = useState<FromFile>();
  if (task.do === 'remove')
    return <RemoveDialog connections={connections} connection={task.connection} onClose={onClose} />;
  const all = [...connections.kept, ...connections.demo];
  const others = task.do === 'edit' ? all.filter((each) => each !== task.connection) : all;
  const names = others.map((each) => each.name);
  const start = task.do === 'new' ? emptyDraft : draftFrom(task.connection);
  const initial = task.do === 'copy' ? { ...start, name: copyName(start.name, names) } : start;
  return (
    <Dialog title={titles[task.do]} onClose={onClose}>
      {task.do === 'edit' && signedIn.length > 0 ? (
        <p className="connection-dialog-note">
          With another pool, app client or endpoint, {signedIn.map(({ username }) => username).join(', ')} will be
          signed out: a token of the old place is not sent to the new one.
        </p>
      ) : null}
      {task.do === 'new' ? (
        <ConnectionFile
          initial={task.file}
          onFound={(client, api) => setFound((before) => fromFile(client, api, names, (before?.nth ?? 0) + 1))}
        />
      ) : null}
      <ConnectionForm
        key={found?.nth ?? 0}
        initial={found?.draft ?? initial}
        id={task.do === 'edit' ? task.connection.id : ''}
        takenNames={names}
        saveLabel={task.do === 'edit' ? 'Save' : 'Add connection'}
        adminPolicy={(userPoolId) =>
          userPoolId === ''
            ? undefined
            : smallestPolicy({ actions: adminSignInActions, region: regionOf(userPoolId), userPoolId })
        }
        onCancel={onClose}
        onSave={async (connection) => {
          const id =
            connection.id === ''
              ? freshId(
                  connection.name,
                  all.map((each) => each.id),
                )
              : connection.id;
          // Another endpoint than the file's was typed: the key is not for that one.
          const isOfFile = connection.graphqlEndpoint === found?.draft.graphqlEndpoint;
          await connections.keep({ ...connection, id }, isOfFile ? found?.key : undefined);
          onClose();
        }}
      />
    </Dialog>
  );
}

/** What a file filled the form with. */
interface FromFile {
  readonly draft: ConnectionDraft;
  readonly key: FoundKey | undefined;
  /** Each file, and each choice in one, fills it anew. */
  readonly nth: number;
}

function fromFile(client: FoundClient, api: FoundApi | undefined, names: readonly string[], nth: number): FromFile {
  const { name: _inFile, ...place } = client;
  const name = freshName(`Amplify, ${client.userPoolId}`, names);
  const graphqlEndpoint = api?.graphqlEndpoint ?? '';
  return {
    draft: { ...emptyDraft, ...place, name, graphqlEndpoint },
    key: api?.apiKey === undefined ? undefined : { apiKey: api.apiKey, isDefault: api.modes[0] === 'API_KEY' },
    nth,
  };
}

function RemoveDialog({
  connections,
  connection,
  onClose,
}: {
  connections: Connections;
  connection: Connection;
  onClose: () => void;
}) {
  const [failure, setFailure] = useState<string>();
  return (
    <Dialog title={titles.remove} onClose={onClose}>
      <div className="connection-form">
        <p>
          “{connection.name}” is forgotten on this machine, and whoever is signed in to it here is signed out. Nothing
          changes on AWS.
        </p>
        {failure ? <Notice kind="error" role="alert" what="It was not removed." why={failure} /> : null}
        <div className="connection-form-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onClick={() =>
              connections
                .forget(connection.id)
                .then(onClose)
                .catch((error: unknown) =>
                  setFailure(error instanceof Error ? error.message : 'The helper did not say why.'),
                )
            }
          >
            Remove
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
