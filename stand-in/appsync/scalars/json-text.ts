// AWSJSON is a string on the wire, both ways.

export function isJsonText(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** A resolver may answer the text or the value itself; text that is JSON is sent as it is, as AppSync does. */
export function jsonTextFrom(value: unknown): unknown {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
