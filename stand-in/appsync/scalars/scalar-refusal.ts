// A scalar's refusal of a value, in AppSync's words.

export class ScalarRefusal extends Error {
  constructor(doing: 'parse' | 'serialize', value: unknown, as: string) {
    super(`Unable to ${doing} \`${typeof value === 'string' ? value : JSON.stringify(value)}\` as ${as}`);
    this.name = 'ScalarRefusal';
  }
}
