// The demo's people: a click signs in as one of them.
import { nextMark } from '../sessions/mark.ts';
import type { Session } from '../sessions/session.ts';
import { Mark } from '../ui/mark.tsx';
import './people-list.css';

export interface Person {
  readonly username: string;
  readonly password: string;
  readonly groups: readonly string[];
  readonly maySee: string;
}

export interface PeopleListProps {
  people: readonly Person[];
  signedIn: readonly Session[];
  onChoose: (person: Person) => void;
}

export function PeopleList({ people, signedIn, onChoose }: PeopleListProps) {
  const sessionOf = (person: Person) => signedIn.find(({ username }) => username === person.username);
  const taken = signedIn.map(({ mark }) => mark);
  return (
    <section className="people" aria-labelledby="people-title">
      <h3 id="people-title">The demo’s people</h3>
      <p>A click signs in as one of them; their password is {people[0]?.password ?? ''}</p>
      <ul>
        {people.map((person) => (
          <li key={person.username}>
            <button type="button" onClick={() => onChoose(person)}>
              <Mark {...(sessionOf(person)?.mark ?? nextMark(person.username, taken))} />
              <span className="people-name">{person.username}</span>
              <span className="people-groups">{person.groups.join(', ') || 'no group'}</span>
              <span className="people-sees">{sessionOf(person) ? `Signed in. ${person.maySee}` : person.maySee}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
