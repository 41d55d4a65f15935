// Why a request brought no answer at all: the network, a browser's rules, or nothing left to ask with.
import type { AuthMode } from '../authorization.ts';
import { AppSyncError, type AppSyncErrorCode } from '../appsync-error.ts';
import type { Words } from './explanation.ts';

const withoutAnswer: Record<Exclude<AppSyncErrorCode, 'Aborted'>, Words> = {
  Unreachable: {
    what: 'No answer came from the GraphQL endpoint.',
    why: 'A browser does not say why. The likely causes: the address is wrong or out of reach from here (a private API, VPN, no network); a firewall (WAF) answers without CORS headers; a proxy does, or takes a header of this tab’s own amiss.',
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

/** Why there is nothing to ask with, where it is no user's session: whoever authorizes says it. */
function notAuthorizedBy(authMode: AuthMode, why: string): Words {
  return authMode === 'AWS_IAM'
    ? {
        what: 'The operation was not sent: the helper could not sign it.',
        why,
        next: 'Mend that, then run again: credentials are looked for anew.',
      }
    : {
        what: 'The operation was not sent: this identity has nothing left to ask with.',
        why,
        next: 'Add it anew, or run as somebody else; what you wrote stays.',
      };
}

/** Undefined for a request that the person stopped. */
export function explainNoAnswer(error: unknown, authMode: AuthMode = 'AMAZON_COGNITO_USER_POOLS'): Words | undefined {
  if (!(error instanceof AppSyncError)) {
    return {
      what: 'The operation was not sent.',
      why: error instanceof Error ? error.message : 'Something unforeseen happened in the page.',
      next: 'Run again. If it stays, reload the page.',
    };
  }
  if (error.code === 'NotAuthorized' && authMode !== 'AMAZON_COGNITO_USER_POOLS')
    return notAuthorizedBy(authMode, error.message);
  return error.code === 'Aborted' ? undefined : withoutAnswer[error.code];
}
