// Whom the sign-in panel offers of the demo's people, by which connection each signs in, and what of that is a way in. Pure.
import type { Demo } from '../../server/api.ts';
import type { Connection } from '../settings/connection.ts';
import type { Person } from '../sign-in/people-list.tsx';

/**
 * Those of the chosen connection; behind them, where nobody is led away from others who are signed in, somebody for each of the
 * demo's further connections.
 */
export function peopleFor(chosen: Connection | undefined, demo: Demo | null, alone: boolean): readonly Person[] {
  if (!demo || !chosen || !demo.connections.some(({ id }) => id === chosen.id)) return [];
  const { people, connections, hints } = demo;
  const further = connections.filter(({ id }) => id !== chosen.id && hints[id] !== undefined);
  const elsewhere = further.flatMap((connection) => {
    const at = people.filter(({ connectionIds }) => connectionIds.includes(connection.id));
    const only = at.filter(({ connectionIds }) => connectionIds.length === 1);
    // Who could sign in elsewhere too is there for what the connection shows.
    const anybody = at.slice(0, 1).map((person) => ({ ...person, maySee: hints[connection.id]?.shows ?? '' }));
    return (only.length > 0 ? only : anybody).map((person) => ({ person, connection }));
  });
  const personAt = ({ connectionIds: _ids, ...person }: Demo['people'][number], { id }: Connection): Person => {
    const clientSecret = hints[id]?.clientSecret;
    return { ...person, connectionId: id, ...(clientSecret !== undefined && { clientSecret }) };
  };
  return [
    ...people
      .filter(({ connectionIds }) => connectionIds.includes(chosen.id))
      .map((person) => personAt(person, chosen)),
    ...(alone ? elsewhere : []).map(({ person, connection }): Person => ({
      ...personAt(person, connection),
      showsWayIn: true,
      at: placeOf(connection),
    })),
  ];
}

/** Among the demo's people nobody needs to be told that it is the demo. */
function placeOf({ name }: Connection): string {
  return name.replace(/^Demo, /, '');
}
