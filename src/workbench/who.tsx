// One identity in a list to choose from: mark, name, groups.
import type { Session } from '../sessions/session.ts';
import { Mark } from '../ui/mark.tsx';

export function Who({ session }: { session: Session }) {
  return (
    <>
      <Mark {...session.mark} />
      <span>{session.username}</span>
      <span className="menu-quiet">
        {session.groups.join(', ') || 'no group'}
        {session.origin === 'pasted' ? ', pasted' : ''}
      </span>
    </>
  );
}
