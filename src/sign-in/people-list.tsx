// The demo's people, and what it has besides them: a click signs in as one of them. Those who are there for a way in are folded away.
import { useState } from 'react';
import { nextMark } from '../sessions/mark.ts';
import type { Session } from '../sessions/session.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Mark } from '../ui/mark.tsx';
import type { Offer } from './other-identity/offer.ts';
import { offersList } from './parts-on-demand.tsx';
import '../ui/row-button.css';
import './people-list.css';

export interface Person {
  readonly username: string;
  readonly password: string;
  readonly groups: readonly string[];
  readonly maySee: string;
  readonly showsWayIn?: true;
  /** By which connection a click signs in. */
  readonly connectionId: string;
  /** That connection's name, where it is not the chosen one. */
  readonly at?: string;
  /** Where the demo's app client has one. */
  readonly clientSecret?: string;
}

export interface PeopleListProps {
  people: readonly Person[];
  signedIn: readonly Session[];
  onChoose: (person: Person) => void;
}

export interface OffersProps {
  offers: readonly Offer[];
  onOffer: (offer: Offer) => void;
}

export function PeopleList({ people, offers, onOffer, ...row }: PeopleListProps & OffersProps) {
  const [offersOpen, setOffersOpen] = useState(false);
  const first = people.filter(({ showsWayIn }) => !showsWayIn);
  const further = people.filter(({ showsWayIn }) => showsWayIn);
  return (
    <section className="people" aria-labelledby="people-title">
      <h3 id="people-title">The demo’s people</h3>
      <p>A click signs in as one of them; their password is {people[0]?.password ?? ''}</p>
      <Rows people={first.length > 0 ? first : further} {...row} />
      {first.length > 0 && further.length > 0 ? (
        <Disclosure summary="One for each way in">
          <Rows people={further} {...row} />
        </Disclosure>
      ) : null}
      {offers.length > 0 ? (
        <Disclosure summary="Without signing in" onToggle={setOffersOpen}>
          {offersOpen ? <offersList.Part offers={offers} onChoose={onOffer} /> : null}
        </Disclosure>
      ) : null}
    </section>
  );
}

function Rows({ people, signedIn, onChoose }: PeopleListProps) {
  const sessionOf = (person: Person) => signedIn.find(({ username }) => username === person.username);
  const taken = signedIn.map(({ mark }) => mark);
  return (
    <ul className="row-buttons">
      {people.map((person) => (
        <li key={`${person.connectionId} ${person.username}`}>
          <button type="button" className="row-button" onClick={() => onChoose(person)}>
            <Mark {...(sessionOf(person)?.mark ?? nextMark(person.username, taken))} />
            <span className="people-name">{person.username}</span>
            <span className="people-groups">{person.at ?? (person.groups.join(', ') || 'no group')}</span>
            <span className="people-sees">{sessionOf(person) ? `Signed in. ${person.maySee}` : person.maySee}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
