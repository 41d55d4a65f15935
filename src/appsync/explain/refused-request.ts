// A request that was refused as a whole for what it is, or that something other than AppSync answered. One row each, the first that
// matches counts; sources: captures of the service, and the AppSync team's own list (graphql/graphql-over-http#81).
import { GraphQLError, parse } from 'graphql';
import type { Answer } from '../http.ts';
import type { AnswerError, Asked, Place, Words } from './explanation.ts';
import { explainUnauthorized } from './unauthorized-request.ts';

interface Row {
  readonly matches: (answer: Answer, error: AnswerError) => boolean;
  readonly words: (asked: Asked, error: AnswerError, answer: Answer) => Words & { readonly place?: Place };
}

const isText = ({ body }: Answer) => body.kind === 'text';
const says =
  (status: number, start: string) =>
  (answer: Answer, { message }: AnswerError) =>
    answer.status === status && message.startsWith(start);
const isSignature = ({ errorType }: AnswerError) => /signature|UnrecognizedClient/i.test(errorType);

const rows: readonly Row[] = [
  {
    matches: (answer, error) => answer.status === 401 || (answer.status === 403 && isSignature(error)),
    words: (asked, error) => explainUnauthorized(error, asked),
  },
  {
    matches: ({ status }) => status === 403,
    words: () => ({
      what: 'The request was refused before AppSync looked at it.',
      why: 'A web application firewall (AWS WAF) or an IAM rule stands in front of the API.',
      next: 'Ask who runs the API whether your network, and an operation like this one, are allowed.',
    }),
  },
  {
    // AppSync's own words; it dropped MQTT, and means HTTP.
    matches: says(400, 'Subscriptions over'),
    words: () => ({
      what: 'A subscription was sent over HTTP.',
      why: 'AppSync takes subscriptions over its real-time endpoint only.',
      next: 'Run it in a tab of its own, without a query or mutation beside it.',
    }),
  },
  {
    matches: says(400, 'Request body is empty'),
    words: () => ({
      what: 'AppSync was sent no operation.',
      why: 'The request’s body was empty when it arrived: a proxy may have dropped it.',
      next: 'Write an operation and run again.',
    }),
  },
  { matches: says(400, 'Unable to parse GraphQL query'), words: ({ query }) => unparsable(query) },
  {
    matches: says(400, 'Missing operation name'),
    words: () => ({
      what: 'AppSync does not know which of the operations is meant.',
      why: 'The text holds several, and the request names none.',
      next: 'Give each a name; the run button then offers a choice. Or put the cursor into the one you mean and press Ctrl-Enter.',
    }),
  },
  {
    matches: says(400, 'Unknown operation named'),
    words: () => ({
      what: 'The operation that was asked for is not in the text.',
      why: 'It was renamed or removed after it was chosen.',
      next: 'Run again, and choose one that is there.',
    }),
  },
  {
    matches: ({ status }, { message }) => status === 400 && message === '',
    words: () => ({
      what: 'AppSync’s front door turned the request away.',
      why: 'It answers so, without a reason, where a header is not as it wants it: the content type above all.',
      next: 'Take this tab’s own headers out, then run again.',
    }),
  },
  {
    matches: ({ status }) => status === 413,
    words: () => ({
      what: 'The request is too large.',
      why: 'AppSync takes about 1 MB of operation and variables together.',
      next: 'Send less at once; files belong into S3, with their key in the mutation.',
    }),
  },
  {
    matches: ({ status }) => status === 404,
    words: () => ({
      what: 'There is no API at this address.',
      why: 'The host answers, but not at this path: an AppSync endpoint ends in /graphql.',
      next: 'Check the connection’s GraphQL endpoint.',
    }),
  },
  {
    matches: ({ status }) => status === 429,
    words: () => ({
      what: 'AppSync is throttling this API.',
      why: 'More came in a second than the API’s rate allows: 2,000 request tokens for a region, unless its owner has another quota. A heavy request takes several.',
      next: 'Wait a few seconds and run again.',
    }),
  },
  {
    matches: (_answer, { errorType }) => errorType === 'GraphQLSchemaException',
    words: () => ({
      what: 'This API has no schema yet.',
      why: 'AppSync answers so until a schema has been uploaded.',
      next: 'Upload one (AppSync console, Schema), then run again.',
    }),
  },
  {
    matches: (answer) => isText(answer) && answer.bytes === 0,
    words: () => ({
      what: 'The endpoint answered with an empty body.',
      why: 'AppSync always answers with JSON; this came from something else, such as a proxy.',
      next: 'Check the connection’s GraphQL endpoint.',
    }),
  },
  {
    matches: (answer) => isText(answer) && answer.contentType.includes('html'),
    words: () => ({
      what: 'The endpoint answered with a web page, not with JSON.',
      why: 'The address is a web server’s, or a proxy answered in AppSync’s place.',
      next: 'Check the connection’s GraphQL endpoint. The page’s text is shown as it came.',
    }),
  },
  {
    matches: isText,
    words: () => ({
      what: 'The endpoint did not answer with JSON.',
      why: 'AppSync always does; a proxy or another server answered, or the answer was damaged on the way.',
      next: 'Check the connection’s GraphQL endpoint. The text is shown as it came.',
    }),
  },
  {
    matches: ({ status }) => status >= 500,
    words: () => ({
      what: 'The endpoint answered with an error of its own.',
      why: 'AppSync, or a gateway before it, could not handle the request just now.',
      next: 'Run again in a moment.',
    }),
  },
  {
    matches: ({ status }) => status >= 400,
    words: (_asked, { message, errorType }, { status }) => ({
      what: `The endpoint refused the request: HTTP ${status}${errorType ? `, ${errorType}` : ''}.`,
      why: message || 'It does not say why.',
      next: 'The answer is shown as it came.',
    }),
  },
];

/** Undefined for a request that was taken, whatever became of its fields. */
export function explainRefusedRequest(answer: Answer, error: AnswerError, asked: Asked) {
  return rows.find(({ matches }) => matches(answer, error))?.words(asked, error, answer);
}

function unparsable(query: string): Words & { readonly place?: Place } {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) {
      return {
        what: 'The operation cannot be read.',
        why: error.message.replace('Syntax Error: ', 'Where reading failed: '),
        next: 'Correct it there. The colours of brackets show which brackets belong together.',
        ...(error.locations?.[0] && { place: error.locations[0] }),
      };
    }
  }
  return {
    what: 'AppSync could not read the request.',
    why: 'The operation itself can be read; variables that are no JSON object, or a body changed on the way, are refused in these words too.',
    next: 'Look at the variables, then run again.',
  };
}
