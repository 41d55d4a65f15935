// A field that was let through and failed all the same: limits, time, a data source, a value that does not fit, an error of the API's own.
import type { AnswerError, Asked, Words } from './explanation.ts';

interface Row {
  /** The start of the error's type, or a pattern for its words. */
  readonly when: string | RegExp;
  readonly words: (error: AnswerError, matched: RegExpExecArray | null) => Words;
}

const rows: readonly Row[] = [
  {
    when: 'QueryDepthLimitReached',
    words: () => ({
      what: 'The query is deeper than this API allows.',
      why: 'Its owner has set a query depth limit; what lies below it is null, and the rest of the answer stands. The single values at the end count as a level.',
      next: 'Ask for less in depth, and for the rest in a second query.',
    }),
  },
  {
    when: 'ResolverExecutionLimitReached',
    words: () => ({
      what: 'The query needs more resolvers than this API runs for one request.',
      why: 'Each field with a resolver counts, for each item of a list: 10,000 at most, or fewer where the API’s owner says so. Those that were too many are null.',
      next: 'Ask for fewer items (limit, nextToken), or for fewer fields that have a resolver.',
    }),
  },
  {
    when: 'ExecutionTimeout',
    words: () => ({
      what: 'AppSync gave the operation up after 30 seconds.',
      why: 'That is a hard limit of AppSync for a whole request. A mutation may have taken effect all the same.',
      next: 'Ask for fewer items; have long work started by one mutation and asked after by a query.',
    }),
  },
  {
    when: 'Lambda:ExecutionTimeout',
    words: () => ({
      what: 'A Lambda function did not answer in time.',
      why: 'Its own timeout was over, or the 30 seconds of the request. It may have done its work all the same.',
      next: 'Look at the function’s duration in CloudWatch.',
    }),
  },
  {
    when: 'Lambda:',
    words: ({ message }) => ({
      what: 'A Lambda function behind this field failed.',
      why: `It threw, or could not be called: “${message}”.`,
      next: 'The function’s log in CloudWatch says more.',
    }),
  },
  {
    when: 'DynamoDB:ConditionalCheckFailed',
    words: () => ({
      what: 'Nothing was written: the item is not as the request expects it.',
      why: 'A condition did not hold: somebody was faster (a version), or the item is there already, or is not. The error’s data holds the item as it is, where the resolver passes it on.',
      next: 'Read the item anew, then try again with what it says now.',
    }),
  },
  {
    when: 'DynamoDB:',
    words: ({ message, errorType }) => ({
      what: `DynamoDB refused what this field’s resolver asked of it (${errorType.slice('DynamoDB:'.length)}).`,
      why: message,
      next: 'The resolver’s template and the table’s capacity and permissions are where to look.',
    }),
  },
  {
    when: 'Http:ExecutionTimeout',
    words: () => ({
      what: 'An HTTP service behind this field did not answer in time.',
      why: 'AppSync waits 10 seconds for it.',
      next: 'Run again; look whether the service is slow.',
    }),
  },
  {
    when: 'MappingTemplate',
    words: ({ message }) => ({
      what: 'The resolver of this field has a fault of its own.',
      why: `Its mapping template or code does not give what the data source wants: “${message}”.`,
      next: 'Nothing in the operation mends that: correct the resolver.',
    }),
  },
  {
    when: /^Cannot return null for non-nullable type: '(.+)' within parent '(\w+)' \((.*\/)?(\w+)(?:\[\d+\])*\)/,
    words: (_error, matched) => ({
      what: `${matched?.[2]}.${matched?.[4]} is null, though the schema says it never is.`,
      why: 'Its resolver gave nothing, or in a subscription the mutation did not ask for it. The null goes up to the nearest field that may be null.',
      next: 'Leave the field out to see the rest; the data or the schema needs mending.',
    }),
  },
  {
    when: /^Can't serialize value \((.*)\) : ([^]*)/,
    words: (_error, matched) => ({
      what: `${fieldOf(matched?.[1] ?? '')} holds a value that does not fit its type.`,
      why: matched?.[2] ?? '',
      next: 'The data source, or its resolver, gives another form than the schema promises.',
    }),
  },
];

/** "/misprint/copies[2]": without the places in lists, so that many of the same are told once. */
const fieldOf = (path: string) =>
  path
    .replaceAll(/\[\d+\]/g, '')
    .split('/')
    .filter(Boolean)
    .join('.');

export function explainFailedField(error: AnswerError, { query }: Asked): Words | undefined {
  for (const { when, words } of rows) {
    if (typeof when === 'string' ? error.errorType.startsWith(when) : when.test(error.message)) {
      return words(error, typeof when === 'string' ? null : when.exec(error.message));
    }
  }
  if (error.errorType === '') return undefined;
  const field = error.place.path?.filter((step) => typeof step === 'string').join('.') ?? '';
  return {
    what: `${field || 'The API'} failed with an error of its own: ${error.errorType}.`,
    why: `The API’s code says: “${error.message}”`,
    next: /^\s*mutation\b/m.test(query)
      ? 'Look at errorInfo in the answer. Before running it again, see what has taken effect.'
      : 'Look at errorInfo in the answer; who wrote the API knows what it means.',
  };
}
