// A name of the person's own for an identity; left empty, it gets its first one back.
import { useRef } from 'react';
import type { Identity } from '../sessions/identity.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';

export interface RenameDialogProps {
  identity: Identity;
  onRename: (name: string) => void;
  onClose: () => void;
}

export function RenameDialog({ identity, onRename, onClose }: RenameDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog title={`Rename ${identity.name}`} onClose={onClose}>
      <form
        ref={form}
        className="rename-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          const name = new FormData(event.currentTarget).get('name');
          onRename(typeof name === 'string' ? name : '');
        }}
      >
        <Field
          label="Name"
          name="name"
          defaultValue={identity.name}
          maxLength={80}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
          autoFocus
          hint="For this page only. Left empty, it is called as before."
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="rename-dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
