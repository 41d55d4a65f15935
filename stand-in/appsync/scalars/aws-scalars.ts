// The registry of AWS's scalars: one row each. An API cannot declare scalars of its own (developer guide, "Scalar types").
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isEmail, isIpAddress, isPhone, isUrl } from './addresses.ts';
import { isDate, isDateTime, isTime } from './date-and-time.ts';
import { isJsonText, jsonTextFrom } from './json-text.ts';
import { ScalarRefusal } from './scalar-refusal.ts';

interface ScalarRow {
  readonly name: string;
  readonly description: string;
  /** How refusals name it: "Unable to parse `…` as {parsedAs}". */
  readonly parsedAs: string;
  /** Where "Unable to serialize `…` as …" names it otherwise. */
  readonly serializedAs?: string;
  accepts(value: unknown): boolean;
  /** What resolvers are given for a value that was accepted; absent = the value itself. */
  parse?(value: unknown): unknown;
  /** What is sent for a resolver's value, before it is checked; absent = the value itself. */
  serialize?(value: unknown): unknown;
}

const text = (check: (text: string) => boolean) => (value: unknown) => typeof value === 'string' && check(value);

const timestampLimits =
  "a valid timestamp. Ensure that the value provided is an Integer that lies within the limits specified in this scalar's description.";

// Seen in captures of AppSync: date (parse), DateTime (serialize), timestamp, phone number. The other nouns follow their manner.
const rows: readonly ScalarRow[] = [
  {
    name: 'AWSDate',
    description:
      'A date of the form YYYY-MM-DD in extended ISO 8601. It may carry a time zone offset: Z or ±hh:mm, with optional seconds. Valid: 1970-01-01, 1970-01-01Z, 1970-01-01-07:00, 1970-01-01+05:30:00.',
    parsedAs: 'a valid date.',
    serializedAs: 'a valid Date Object.',
    accepts: text(isDate),
  },
  {
    name: 'AWSTime',
    description:
      'A time of the form hh:mm:ss.sss in extended ISO 8601. Seconds and a fraction of up to nine digits are optional, and so is a time zone offset: Z or ±hh:mm, with optional seconds. Valid: 12:30, 12:30:24.500, 12:30Z, 12:30:24-07:00.',
    parsedAs: 'a valid time.',
    serializedAs: 'a valid Time Object.',
    accepts: text(isTime),
  },
  {
    name: 'AWSDateTime',
    description:
      'A date and time of the form YYYY-MM-DDThh:mm:ss.sssZ in extended ISO 8601. Seconds and their fraction are optional; the time zone offset is not. Valid: 1970-01-01T12:30Z, 1970-01-01T12:30:00-07:00, 1970-01-01T12:30:00.500+05:30.',
    parsedAs: 'a valid DateTime Object.',
    accepts: text(isDateTime),
  },
  {
    name: 'AWSTimestamp',
    description:
      'Whole seconds since 1970-01-01T00:00Z, before it if negative. A JSON number, in queries and in answers alike.',
    parsedAs: timestampLimits,
    accepts: (value) => Number.isSafeInteger(value),
  },
  {
    name: 'AWSEmail',
    description: 'An e-mail address of the form local-part@domain, after RFC 822. Valid: username@example.com.',
    parsedAs: 'a valid email address.',
    accepts: text(isEmail),
  },
  {
    name: 'AWSJSON',
    description:
      'A string that holds JSON. Resolvers get it parsed, as a map, a list or a plain value; answers carry it as a string again. In a query it is written with escapes: "{\\"upvotes\\": 10}". Bare objects and invalid JSON are refused.',
    parsedAs: 'a valid JSON.',
    accepts: isJsonText,
    parse: (value): unknown => (typeof value === 'string' ? JSON.parse(value) : value),
    serialize: jsonTextFrom,
  },
  {
    name: 'AWSURL',
    description:
      'A URL after RFC 1738, with its scheme and without two slashes in a row in its path. Valid: https://www.example.com/dp/B000NZW3KC/, mailto:example@example.com.',
    parsedAs: 'a valid URL.',
    accepts: text(isUrl),
  },
  {
    name: 'AWSPhone',
    description:
      'A phone number: digits, in groups parted by spaces or hyphens. It begins with + and a country code; a number without is taken as one of the North American Numbering Plan. Valid: +44 20 7946 0958, 202-555-0143.',
    parsedAs: 'a valid phone number.',
    accepts: text(isPhone),
  },
  {
    name: 'AWSIPAddress',
    description:
      'An IPv4 or IPv6 address, or a block of them in CIDR notation. Valid: 127.0.0.1, 198.51.100.0/24, 2001:db8::1, 2001:db8::/32.',
    parsedAs: 'a valid IP address.',
    accepts: text(isIpAddress),
  },
];

function scalarFrom(row: ScalarRow): GraphQLScalarType {
  const parseValue = (value: unknown): unknown => {
    if (!row.accepts(value)) throw new ScalarRefusal('parse', value, row.parsedAs);
    return row.parse ? row.parse(value) : value;
  };
  return new GraphQLScalarType({
    name: row.name,
    description: row.description,
    parseValue,
    parseLiteral: (node) => parseValue(literalFrom(node)),
    serialize: (value) => {
      const sent = row.serialize ? row.serialize(value) : value;
      if (!row.accepts(sent)) throw new ScalarRefusal('serialize', value, row.serializedAs ?? row.parsedAs);
      return sent;
    },
  });
}

function literalFrom(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT) return Number(node.value);
  return undefined;
}

/** AWS's nine scalars. They hold no state, so every API shares them. */
export const awsScalars: readonly GraphQLScalarType[] = rows.map(scalarFrom);
