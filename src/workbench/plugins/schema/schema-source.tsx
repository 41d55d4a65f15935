// Where the schema is from that the editor checks and completes by; or why there is none.
import type { KnownSchema } from '../../../appsync/known-schema.ts';
import { clockTime } from '../../../sessions/countdown.ts';
import { Notice } from '../../../ui/notice.tsx';

export function SchemaSource({ known: { brought, introspection } }: { known: KnownSchema }) {
  if (brought) {
    return (
      <p role="status">
        From <strong>{brought.fileName}</strong>, {countOf(Object.keys(brought.schema.getTypeMap()))} types. The API is
        not asked for its own.
      </p>
    );
  }
  switch (introspection?.state) {
    case 'read':
      return (
        <p role="status">
          Read from the API as <strong>{introspection.askedAs}</strong> at {clockTime(introspection.at)}, for everybody
          who runs operations here.
        </p>
      );
    case 'failed':
      return (
        <Notice
          kind="caution"
          role="status"
          what={introspection.what}
          why={introspection.why}
          next={`${introspection.next} It was asked for as ${introspection.askedAs}.`}
        />
      );
    case 'asking':
      return <p role="status">Reading it from the API as {introspection.askedAs}…</p>;
    case undefined:
      return <p>It is read from the API once somebody is there to ask as.</p>;
    default:
      return introspection satisfies never;
  }
}

const countOf = (names: readonly string[]) => names.filter((name) => !name.startsWith('__')).length;
