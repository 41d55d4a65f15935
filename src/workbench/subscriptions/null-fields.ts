// Where an event holds null. AppSync fills an event from what the mutation asked for, so a null most often means that the mutation
// did not ask. Pure. https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html

const most = 20;

/** Names of fields with their way from the event's root, lists left out of it: `onPost.author.name`. */
export function nullFieldsIn(payload: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, path: readonly string[]): void => {
    if (found.size >= most) return;
    if (value === null) {
      if (path.length > 0) found.add(path.join('.'));
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, path);
    } else if (typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) look(inner, [...path, name]);
    }
  };
  if (typeof payload === 'object' && payload !== null && 'data' in payload) look(payload.data, []);
  return [...found];
}
