// Why a field of an event is null though it was asked for; nothing where none is.
import { useMemo } from 'react';
import { Note } from './note.tsx';
import { nullFieldsIn } from './null-fields.ts';

const named = 3;

export function NullNote({ text }: { text: string }) {
  const fields = useMemo(() => nullFieldsIn(JSON.parse(text)), [text]);
  if (fields.length === 0) return null;
  const names = fields.slice(0, named).map((path) => path.slice(path.lastIndexOf('.') + 1));
  const more = fields.length > named ? ` and ${fields.length - named} more` : '';
  return (
    <Note>
      {names.map((name, place) => (
        <span key={name + String(place)}>
          {place > 0 ? ', ' : ''}
          <code>{name}</code>
        </span>
      ))}
      {more} {fields.length === 1 ? 'is' : 'are'} null here. AppSync fills an event from what the mutation itself asked
      for: to see a field, add it to the mutation’s selection set.
    </Note>
  );
}
