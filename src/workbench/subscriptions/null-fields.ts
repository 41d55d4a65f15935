// Where an event holds null. AppSync fills an event from what the mutation asked for, so a null most often means that the mutation
// did not ask. Pure. https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html

const most = 20;
/** graphql-java's words: the null of a field that may not be null climbs to the next above it that may. */
const climbed = /non-nullable type/;

/**
 * Names of fields with their way from the event's root, lists left out of it: `onPost.author.name`. Those that an error of their
 * own accounts for are not among them.
 */
export function nullFieldsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const errors = 'errors' in payload ? errorsFrom(payload.errors) : [];
  const found = new Set(errors.filter(({ message }) => climbed.test(message)).map(({ path }) => path));
  const look = (value: unknown, path: readonly string[]): void => {
    if (found.size >= most) return;
    if (value === null) {
      const name = path.join('.');
      const isAccountedFor = errors.some((error) => error.path === name || error.path.startsWith(`${name}.`));
      if (path.length > 0 && !isAccountedFor) found.add(name);
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, path);
    } else if (typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) look(inner, [...path, name]);
    }
  };
  if ('data' in payload) look(payload.data, []);
  return [...found];
}

function errorsFrom(errors: unknown): { readonly message: string; readonly path: string }[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null || !('message' in error && 'path' in error)) return [];
    const { message, path } = error;
    if (!Array.isArray(path)) return [];
    return [{ message: String(message), path: path.filter((part) => typeof part === 'string').join('.') }];
  });
}
