// Which of the two tokens goes to AppSync: the browser's own radio buttons, side by side.
import { useId } from 'react';
import type { Session } from '../../../sessions/session.ts';
import { kindNames } from './session-words.ts';

type Kind = Session['sends'];

export interface SendsChoiceProps {
  session: Session;
  onChange: (kind: Kind) => void;
}

export function SendsChoice({ session, onChange }: SendsChoiceProps) {
  const name = useId();
  const [only, ...others] = session.holds;
  if (only === undefined || others.length === 0) {
    return (
      <>
        The {kindNames[session.sends]}, the only one {session.origin === 'pasted' ? 'that was pasted' : 'there is'}.
      </>
    );
  }
  return (
    <fieldset className="sends">
      <legend className="visually-hidden">What AppSync gets from {session.username}</legend>
      {session.holds.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={session.sends === kind}
            onChange={() => onChange(kind)}
          />
          {kind === 'id' ? 'ID token' : 'Access token'}
        </label>
      ))}
    </fieldset>
  );
}
