// A token's claims, group by group: name, value, meaning. Values are text, whatever they look like.
import type { ClaimGroup, ClaimValue } from './claim-rows.ts';
import { Chips } from './chips.tsx';
import { dateTimeIn, relativeTime } from './time-words.ts';
import { useNow } from './use-now.ts';

export function ClaimsList({ groups }: { groups: readonly ClaimGroup[] }) {
  return groups.map(({ title, note, rows }) => (
    <section key={title} className="claims" aria-label={title}>
      <h3>{title}</h3>
      {note ? <p className="identity-pane-quiet">{note}</p> : null}
      <dl>
        {rows.map(({ name, value, meaning }) => (
          <div key={name} className="claim">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Value value={value} />
              {meaning ? <p className="identity-pane-quiet">{meaning}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Value({ value }: { value: ClaimValue }) {
  switch (value.kind) {
    case 'text':
      return value.text === '' ? <span className="identity-pane-quiet">empty</span> : <span>{value.text}</span>;
    case 'time':
      return <Time at={value.at} raw={value.raw} />;
    case 'list':
      return <Chips items={value.items} none="none" />;
    case 'json':
      return <pre>{value.text}</pre>;
    default:
      return value satisfies never;
  }
}

function Time({ at, raw }: { at: number; raw: string }) {
  const now = useNow();
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{dateTimeIn(at)}</time>
      <p className="claim-when">
        {relativeTime(at, now)} · <code>{raw}</code>
      </p>
    </>
  );
}
