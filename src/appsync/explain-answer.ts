// Why an operation brought nothing, in words: pure, from what came back and who asked. Shown beside the raw answer, never
// instead of it. Wording of AppSync's refusals: reference captures of the service; sources stand beside each row.
import type { AppSyncErrorCode } from './appsync-error.ts';
import { AppSyncError } from './appsync-error.ts';
import type { Answer } from './http.ts';

export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** What the page may offer as the one action. */
  readonly action?: 'sign-in' | 'renew';
}

/** Who asked, in the words of the page: "alice (ID token)". */
export interface Asker {
  readonly name: string;
  readonly groups: readonly string[];
}

const withoutAnswer: Record<Exclude<AppSyncErrorCode, 'Aborted'>, Explanation> = {
  Unreachable: {
    what: 'No answer came from the GraphQL endpoint.',
    why: 'The host may be unreachable from this machine or the endpoint mistyped; a private API, a firewall or a WAF that answers without CORS headers looks the same from a page.',
    next: 'Check the connection’s GraphQL endpoint and your network or VPN, then run again.',
  },
  Redirected: {
    what: 'The endpoint answered with a redirect.',
    why: 'AppSync never redirects; a proxy, a login page or a wrong address does. It was not followed, so that the token goes nowhere else.',
    next: 'Correct the connection’s GraphQL endpoint.',
  },
  Cut: {
    what: 'The answer broke off half way.',
    why: 'The connection to the endpoint ended before the answer did, as proxies with a short timeout do.',
    next: 'Run again; for a large answer ask for fewer items.',
  },
  TooLarge: {
    what: 'The answer is too large to be shown.',
    why: 'AppSync’s own answers are at most 5 MB; this came from something else or through a proxy.',
    next: 'Check the endpoint, or ask for fewer items.',
  },
  NotAuthorized: {
    what: 'The operation was not sent: this session is over.',
    why: 'Its tokens have expired and could not be renewed.',
    next: 'Sign in again; what you wrote stays.',
    action: 'sign-in',
  },
};

/** For a request that brought no answer; undefined for one the person stopped. */
export function explainNoAnswer(error: unknown): Explanation | undefined {
  if (!(error instanceof AppSyncError)) {
    return {
      what: 'The operation was not sent.',
      why: error instanceof Error ? error.message : 'Something unforeseen happened in the page.',
      next: 'Run again. If it stays, reload the page.',
    };
  }
  return error.code === 'Aborted' ? undefined : withoutAnswer[error.code];
}

type Row = [matches: (answer: Answer, message: string) => boolean, explanation: (asker: Asker) => Explanation];

const rows: readonly Row[] = [
  [
    (answer, message) => answer.status === 401 && /expired/i.test(message),
    ({ name }) => ({
      what: 'AppSync refused the token: it has expired.',
      why: `The token sent for ${name} was past its end, or this machine’s clock and AWS’s differ.`,
      next: 'Renew the token and run again.',
      action: 'renew',
    }),
  ],
  [
    (answer, message) => answer.status === 401 && /parse JWT|valid authorization header/i.test(message),
    () => ({
      what: 'AppSync could not read the Authorization header as a token.',
      why: 'AppSync wants the raw token, as its pool signed it; another text or a changed token is refused.',
      next: 'Look at its signature, in the Identity pane; then sign in, or paste the token as it came.',
    }),
  ],
  [
    (answer) => answer.status === 401,
    ({ name }) => ({
      what: `AppSync refused the whole request from ${name}.`,
      why: 'Most often the API uses another user pool, or accepts only certain app clients; an API without Cognito as an auth mode answers the same.',
      next: 'Compare the connection’s user pool and app client with the API’s settings (AppSync console, Settings, Authorization).',
    }),
  ],
  [
    (answer) => answer.status === 403,
    () => ({
      what: 'The request was refused before AppSync looked at it.',
      why: 'A web application firewall or an IAM rule stands in front of the API.',
      next: 'Ask who runs the API whether your network is allowed.',
    }),
  ],
  [
    // AppSync's own words; it dropped MQTT, and means HTTP.
    (answer, message) => answer.status === 400 && message.startsWith('Subscriptions over'),
    () => ({
      what: 'A subscription does not run here yet.',
      why: 'AppSync takes subscriptions over WebSocket only; this app sends operations over HTTP.',
      next: 'Run queries and mutations; what a subscription would tell can be asked for with a query.',
    }),
  ],
  [
    (answer) => answer.status === 429,
    () => ({
      what: 'AppSync is throttling this API.',
      why: 'More requests came than the API’s rate allows.',
      next: 'Wait a few seconds and run again.',
    }),
  ],
  [
    (answer) => answer.body.kind === 'text' && answer.bytes === 0,
    () => ({
      what: 'The endpoint answered with an empty body.',
      why: 'AppSync always answers with JSON; this came from something else, such as a proxy.',
      next: 'Check the connection’s GraphQL endpoint.',
    }),
  ],
  [
    (answer) => answer.body.kind === 'text' && answer.contentType.includes('html'),
    () => ({
      what: 'The endpoint answered with a web page, not with JSON.',
      why: 'The address is a web server’s, or a proxy answered in AppSync’s place.',
      next: 'Check the connection’s GraphQL endpoint. The page’s text is shown as it came.',
    }),
  ],
  [
    (answer) => answer.body.kind === 'text',
    () => ({
      what: 'The endpoint did not answer with JSON.',
      why: 'AppSync always does; a proxy or another server answered, or the answer was damaged on the way.',
      next: 'Check the connection’s GraphQL endpoint. The text is shown as it came.',
    }),
  ],
  [
    (answer) => answer.status >= 500,
    () => ({
      what: `The endpoint answered with an error of its own.`,
      why: 'AppSync, or a gateway before it, could not handle the request just now.',
      next: 'Run again in a moment.',
    }),
  ],
];

/** For an answer that refuses or fails the whole request; undefined where the answer speaks for itself. */
export function explainAnswer(answer: Answer, asker: Asker, overridden = false): Explanation | undefined {
  if (overridden && answer.status === 401) return ownHeaderRefused(asker);
  const message = firstErrorMessage(answer);
  return rows.find(([matches]) => matches(answer, message))?.[1](asker) ?? explainRefusedFields(answer, asker);
}

function ownHeaderRefused({ name }: Asker): Explanation {
  return {
    what: 'AppSync refused this tab’s own Authorization header.',
    why: `What is written in Headers stands in place of the token of ${name}. AppSync wants a raw token there, without the word “Bearer”.`,
    next: `Correct it, or take it out to run as ${name}.`,
  };
}

interface FieldError {
  readonly path?: unknown;
  readonly errorType?: unknown;
  readonly message?: unknown;
}

function errorsOf(answer: Answer): readonly FieldError[] {
  if (answer.body.kind !== 'json' || !('errors' in answer.body.value)) return [];
  const { errors } = answer.body.value;
  return Array.isArray(errors)
    ? errors.filter((error): error is FieldError => typeof error === 'object' && error !== null)
    : [];
}

function firstErrorMessage(answer: Answer): string {
  const message = errorsOf(answer)[0]?.message;
  return typeof message === 'string' ? message : '';
}

/** "Not Authorized to access salary on type Author" at 200: the field's rule, not the token, refuses. */
function explainRefusedFields(answer: Answer, { name, groups }: Asker): Explanation | undefined {
  const refused = errorsOf(answer).filter((error) => error.errorType === 'Unauthorized');
  if (refused.length === 0) return undefined;
  const fields = new Set(
    refused.map((error) => {
      const named = typeof error.message === 'string' ? /access (\w+) on type (\w+)/.exec(error.message) : null;
      return named ? `${named[2]}.${named[1]}` : 'a field';
    }),
  );
  const times = refused.length > 1 ? `, ${refused.length} times in this answer` : '';
  return {
    what: `${name} may not read ${[...fields].join(', ')}${times}.`,
    why:
      groups.length > 0
        ? `The schema or a resolver allows it to other groups, owners or auth modes; ${name} is in ${groups.join(', ')}.`
        : `The schema or a resolver allows it to certain groups, owners or auth modes; ${name} is in no group.`,
    next: 'Run it as somebody else to see the difference.',
  };
}
