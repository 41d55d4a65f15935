// The demo's keys, passes and roles, in the look of its people.
import { sentWords } from '../../sessions/identity.ts';
import { nextMark, type Mark } from '../../sessions/mark.ts';
import { Mark as MarkSign } from '../../ui/mark.tsx';
import '../../ui/row-button.css';
import '../people-list.css';
import type { Offer } from './offer.ts';

export interface OffersListProps {
  offers: readonly Offer[];
  onChoose: (offer: Offer) => void;
}

export function OffersList({ offers, onChoose }: OffersListProps) {
  const marks = offers.reduce<Mark[]>((taken, { name }) => [...taken, nextMark(name.replace(/^API /, ''), taken)], []);
  return (
    <ul className="row-buttons">
      {offers.map((offer, index) => (
        <li key={offer.name}>
          <button type="button" className="row-button" onClick={() => onChoose(offer)}>
            <MarkSign {...(marks[index] ?? nextMark(offer.name, []))} />
            <span className="people-name">{offer.name}</span>
            <span className="people-groups">{sentWords(offer)}</span>
            <span className="people-sees">{offer.maySee}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
