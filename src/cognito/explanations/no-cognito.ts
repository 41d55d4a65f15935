// No answer, or one that Cognito would not give. Nearly always the endpoint, the network, or something in between.

import type { ExplanationContext, ExplanationRow } from '../explanation.ts';

const code = 'NotCognito';
const host = ({ cognitoEndpoint }: ExplanationContext) =>
  URL.canParse(cognitoEndpoint) ? new URL(cognitoEndpoint).host : cognitoEndpoint;
const isAws = (context: ExplanationContext) => /\.amazonaws\.com(?:\.cn)?$/.test(host(context));

/** Whose mistake an odd answer is likely to be. */
const between = (context: ExplanationContext) =>
  isAws(context)
    ? 'Something between this machine and AWS answered in its place: a proxy, a VPN or a captive portal.'
    : 'The Cognito endpoint in the connection’s settings belongs to something else, or its server has trouble.';
const checkEndpoint = (context: ExplanationContext) =>
  isAws(context)
    ? 'Check the network, then try again.'
    : `Check the Cognito endpoint in the connection’s settings: ${context.cognitoEndpoint}`;
const fix = (context: ExplanationContext) => (isAws(context) ? ('wait' as const) : ('fix-connection' as const));

export const noCognito: readonly ExplanationRow[] = [
  {
    code: 'Unreachable',
    what: (context, error) =>
      error.timedOut ? `${host(context)} did not answer in time.` : `${host(context)} could not be reached.`,
    why: (context, error) => {
      if (error.timedOut) return 'The network is slow or cut, or the server is stuck.';
      return isAws(context)
        ? 'The network is down, the region in the user pool id does not exist, or a proxy, VPN or browser extension blocks the request.'
        : 'Nothing listens at that address, it does not allow calls from other origins (CORS), or it was changed after this page was opened.';
    },
    next: (context) =>
      isAws(context)
        ? 'Check the network and the region in the user pool id, then try again.'
        : `Check that the server runs and the Cognito endpoint is right (${context.cognitoEndpoint}); reload the page if you have just changed it.`,
    retry: fix,
  },
  {
    code,
    reason: 'html',
    what: (context) => `${host(context)} answered with a web page, not as Cognito.`,
    why: between,
    next: checkEndpoint,
    retry: fix,
  },
  {
    code,
    reason: 'empty',
    what: (context) => `${host(context)} answered with nothing.`,
    why: between,
    next: checkEndpoint,
    retry: fix,
  },
  {
    code,
    reason: 'bad-status',
    what: (context, error) => `${host(context)} answered with HTTP ${error.status ?? 500}, and not in Cognito’s form.`,
    why: (context) =>
      isAws(context)
        ? 'AWS has trouble, or a proxy on the way could not reach it.'
        : 'The server, or a proxy in front of it, has trouble.',
    next: 'Try again in a moment.',
    retry: 'wait',
  },
  {
    code,
    reason: 'cut',
    what: (context) => `The answer of ${host(context)} broke off.`,
    why: 'The connection was cut before the whole answer had come.',
    next: 'Try again.',
    retry: 'wait',
  },
  {
    code,
    reason: 'redirect',
    what: (context) => `${host(context)} wanted to send the request elsewhere.`,
    why: 'Cognito never redirects, and a request with a password is not sent on to another address.',
    next: checkEndpoint,
    retry: fix,
  },
  {
    code,
    reason: 'too-large',
    what: (context) => `${host(context)} answered with far more than Cognito ever sends.`,
    why: between,
    next: checkEndpoint,
    retry: fix,
  },
  {
    code,
    reason: 'not-json',
    what: (context) => `${host(context)} did not answer in JSON, as Cognito does.`,
    why: between,
    next: checkEndpoint,
    retry: fix,
  },
  {
    code,
    what: (context, error) =>
      `${host(context)} answered, but not as Cognito does${error.detail === undefined ? '' : `: ${error.detail}`}.`,
    why: between,
    next: checkEndpoint,
    retry: fix,
  },
  {
    code: 'NoCredentials',
    what: 'Nobody has signed this request: there are no AWS credentials for it.',
    why: (_context, { detail }) =>
      detail ?? 'ADMIN_USER_PASSWORD_AUTH is signed with the developer’s own AWS credentials.',
    next: (_context, { command }) =>
      command === undefined
        ? 'Set up AWS credentials where the helper runs, then sign in again.'
        : `Run this in your terminal, then sign in again: ${command}`,
    retry: 'same-form',
  },
  {
    code: 'NoHelper',
    what: 'The helper, which signs such requests with your AWS credentials, did not do it.',
    why: (_context, { detail }) => detail ?? 'The program that serves this page does not answer any more.',
    next: 'Start it again with npm start, then reload the page.',
    retry: 'same-form',
  },
  {
    code: 'Aborted',
    what: 'Stopped.',
    why: 'The sign-in was cancelled before the answer came.',
    next: 'Sign in again when you like.',
    retry: 'same-form',
  },
];
