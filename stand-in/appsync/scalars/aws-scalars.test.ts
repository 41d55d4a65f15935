import { expect, test } from 'vitest';
import { awsScalars } from './aws-scalars.ts';

const scalar = (name: string) => {
  const found = awsScalars.find((one) => one.name === name);
  if (!found) throw new Error(`no scalar ${name}`);
  return found;
};

const accepted: Record<string, readonly unknown[]> = {
  AWSDate: [
    '1970-01-01',
    '1970-01-01Z',
    '1970-01-01-07:00',
    '1970-01-01+05:30:15',
    '2024-02-29',
    '2000-02-29',
    '-0044-03-15',
    '12026-01-01',
  ],
  AWSTime: ['12:30', '12:30:24', '12:30:24.123456789', '12:30Z', '12:30:24-07:00', '23:59:59+05:30'],
  AWSDateTime: ['1970-01-01T12:30Z', '1970-01-01T12:30:00-07:00', '2024-02-29T00:00:00.5+05:30:00'],
  AWSTimestamp: [0, -1, 1_774_764_750],
  AWSEmail: ['username@example.com', 'a@b', 'first.last+tag@sub.example.co.uk'],
  AWSJSON: ['{"upvotes": 10}', '[1,2,3]', '"text"', '1', 'true'],
  AWSURL: ['https://www.example.com/dp/B000NZW3KC/', 'mailto:example@example.com', 'ftp://example.com/a?b=//c'],
  AWSPhone: ['+44 20 7946 0958', '202-555-0143', '202 555 0143', '+12025550143'],
  AWSIPAddress: ['127.0.0.1', '198.51.100.0/24', '2001:db8::1', '2001:db8::/32', '0.0.0.0/0'],
};

const refused: Record<string, readonly unknown[]> = {
  AWSDate: [
    '1970-1-1',
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1970-01-01T00:00Z',
    '1970-01-01+19:00',
    '',
    5,
  ],
  AWSTime: ['24:00', '12:60', '12:30:60', '12', '12:30:24.1234567890', '12:30+05:70'],
  AWSDateTime: ['1970-01-01T12:30:00', '1970-01-01 12:30Z', '2023-02-29T12:30Z', '1970-01-01'],
  AWSTimestamp: [1.5, '2019-12-19 16:59:09.966', '12', Number.NaN, true],
  AWSEmail: ['example.com', 'a b@example.com', 'a@b@c', '@example.com', ''],
  AWSJSON: ['{a: 1}', "{'a': 1}", 'text', '', { a: 1 }],
  AWSURL: ['www.example.com', 'https://example.com/a//b', 'https://exa mple.com', '/path', ''],
  AWSPhone: ['1110004444', '+44 20 7946 0958 ext 1', '(202) 555-0143', '202--555-0143', 'phone'],
  AWSIPAddress: [
    '127.0.0.256',
    '198.51.100.0/33',
    '2001:db8::/129',
    '127.0.0.1/',
    '1.2.3.4/5/6',
    'fe80::1%eth0',
    'localhost',
  ],
};

const pairs = (table: Record<string, readonly unknown[]>) =>
  Object.entries(table).flatMap(([name, values]) => values.map((value) => [name, value] as const));

test.each(pairs(accepted))('%s takes %j from a caller', (name, value) => {
  expect(() => scalar(name).parseValue(value)).not.toThrow();
});

test.each(pairs(refused))('%s refuses %j from a caller', (name, value) => {
  expect(() => scalar(name).parseValue(value)).toThrow(/^Unable to parse `/);
});

test.each(pairs(refused).filter(([name]) => name !== 'AWSJSON'))('%s refuses %j from a resolver', (name, value) => {
  expect(() => scalar(name).serialize(value)).toThrow(/^Unable to serialize `/);
});

test.each([
  ['AWSPhone', '1110004444', 'Unable to parse `1110004444` as a valid phone number.'],
  ['AWSDate', '2019-12-24T04:15:57.798Z', 'Unable to parse `2019-12-24T04:15:57.798Z` as a valid date.'],
])('%s says of %j what AppSync was seen to say', (name, value, message) => {
  expect(() => scalar(name).parseValue(value)).toThrow(message);
});

test('AWSDateTime says of a resolver’s value what AppSync was seen to say', () => {
  expect(() => scalar('AWSDateTime').serialize('2020-05-23T06:4:37.000Z')).toThrow(
    'Unable to serialize `2020-05-23T06:4:37.000Z` as a valid DateTime Object.',
  );
});

test('AWSJSON gives resolvers the value, null included, and callers a string', () => {
  expect(scalar('AWSJSON').parseValue('{"a": [1]}')).toStrictEqual({ a: [1] });
  expect(scalar('AWSJSON').parseValue('null')).toBeNull();
  expect(scalar('AWSJSON').serialize({ a: [1] })).toBe('{"a":[1]}');
  expect(scalar('AWSJSON').serialize('{"a": [1]}')).toBe('{"a": [1]}');
});

test('there are nine of them, and each explains itself', () => {
  expect(awsScalars.map(({ name }) => name).toSorted()).toStrictEqual(Object.keys(accepted).toSorted());
  for (const { description } of awsScalars) expect(description?.length).toBeGreaterThan(60);
});
