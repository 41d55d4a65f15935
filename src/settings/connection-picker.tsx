// The choice of a connection, and what can be done with the chosen one.
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import type { Connection } from './connection.ts';
import { flowWords } from './flow-options.ts';
import './connection-picker.css';

export interface ConnectionPickerProps {
  kept: readonly Connection[];
  demo: readonly Connection[];
  chosen: Connection | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
}

export function ConnectionPicker(props: ConnectionPickerProps) {
  const { kept, demo, chosen } = props;
  const id = useId();
  const own = chosen !== undefined && kept.includes(chosen);
  return (
    <div className="connection-picker">
      <div className="connection-picker-row">
        <label className="field-label" htmlFor={id}>
          Connection
        </label>
        <Button kind="quiet" onClick={props.onNew}>
          <PlusIcon /> New connection
        </Button>
      </div>
      <select
        id={id}
        className="field-select"
        value={chosen?.id ?? ''}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        {chosen ? null : <option value="">…</option>}
        <Options connections={kept} label={demo.length > 0 ? 'Yours' : undefined} />
        <Options connections={demo} label={kept.length > 0 ? 'The demo' : undefined} />
      </select>
      {chosen ? (
        <div className="connection-picker-row connection-picker-about">
          <p>
            <code>{chosen.userPoolId}</code>, {flowWords[chosen.authFlow].short}
            {chosen.hasClientSecret ? ', client secret' : ''}
          </p>
          <span>
            {own ? (
              <Button kind="quiet" onClick={props.onEdit}>
                Edit
              </Button>
            ) : null}
            <Button kind="quiet" onClick={props.onCopy}>
              Copy
            </Button>
            {own ? (
              <Button kind="quiet" onClick={props.onRemove}>
                Remove
              </Button>
            ) : null}
          </span>
        </div>
      ) : null}
    </div>
  );
}

function Options({ connections, label }: { connections: readonly Connection[]; label: string | undefined }) {
  const options = connections.map((connection) => (
    <option key={connection.id} value={connection.id}>
      {connection.name}
    </option>
  ));
  return label && options.length > 0 ? <optgroup label={label}>{options}</optgroup> : options;
}
