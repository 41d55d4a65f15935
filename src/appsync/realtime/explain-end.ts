// Why a subscription ended, in words: pure, from what AppSync said and who asked. Shown beside AppSync's own words, never instead.
import type { Words } from '../explain/explanation.ts';
import type { RealtimeError } from './messages.ts';
import type { End } from './notices.ts';
import { refusesToken, throttles } from './refusals.ts';

export interface Subscribed {
  readonly name: string;
  readonly groups: readonly string[];
  /** A header of the tab's own stood in place of what is known of them. */
  readonly isOverridden: boolean;
}

export function explainEnd(why: End, subscribed: Subscribed): Words {
  switch (why.kind) {
    case 'completed':
      return {
        what: 'AppSync ended this subscription.',
        why: 'The API does so itself, by an invalidation: something the subscription was about has gone, or access to it was taken away.',
        next: 'Run it again if it is still wanted.',
      };
    case 'not acknowledged':
      return {
        what: 'AppSync did not acknowledge the subscription within 15 seconds.',
        why: 'The field’s resolver may be slow, or the real-time endpoint overloaded. It was taken back.',
        next: 'Run it again.',
      };
    case 'not authorized':
      return {
        what: `There is nothing left to ask with as ${subscribed.name}.`,
        why: why.error instanceof Error ? why.error.message : 'The session is over and could not be renewed.',
        next: 'Sign in again; what you wrote stays.',
        action: 'sign-in',
      };
    case 'refused':
      return explainRefusal(why, subscribed);
    default:
      return why satisfies never;
  }
}

type Refused = Extract<End, { kind: 'refused' }>;
type Row = [matches: (errors: readonly RealtimeError[], message: string) => boolean, explanation: RowText];
type RowText = (subscribed: Subscribed, refused: Refused) => Words;

const rows: readonly Row[] = [
  [
    (_errors, message) => /not supported through the realtime channel/.test(message),
    () => ({
      what: 'AppSync takes subscriptions only over its real-time endpoint.',
      why: 'What was sent is a query or a mutation.',
      next: 'Run it as an ordinary operation.',
    }),
  ],
  [
    (errors) => errors.some(({ errorType = '' }) => errorType.startsWith('MaxSubscriptionsReached')),
    ({ name }) => ({
      what: `${name} has as many subscriptions on this connection as AppSync allows.`,
      why: 'The quota is 100 for each connection unless AWS raised it, and this page opens one connection for each identity.',
      next: 'Stop some, or run this one as somebody else.',
    }),
  ],
  [
    (errors) => throttles(errors),
    () => ({
      what: 'AppSync is throttling this API’s subscriptions.',
      why: 'More were started at once than its quota allows; several tries did not help.',
      next: 'Wait a minute, then run it again.',
    }),
  ],
  [(errors) => refusesToken(errors), tokenRefused],
  [
    (errors, message) =>
      errors.some(({ errorType }) => errorType === 'Unauthorized') || /^not authorized/i.test(message),
    ({ name, groups }) => ({
      what: `${name} may not subscribe to this field.`,
      why:
        groups.length > 0
          ? `The schema or the field’s resolver allows it to other groups, owners or auth modes; ${name} is in ${groups.join(', ')}.`
          : `The schema or the field’s resolver allows it to certain groups, owners or auth modes; ${name} is in no group.`,
      next: 'Run it as somebody else to see the difference.',
    }),
  ],
  [
    (_errors, message) => message.startsWith('Validation error') || message.startsWith('Variable'),
    () => ({
      what: 'The subscription does not fit the schema.',
      why: 'AppSync checks it when it starts; its own words tell the place.',
      next: 'Correct the operation or its variables, then run it again.',
    }),
  ],
  [
    (errors, message) =>
      /NoProtocolError/.test(message) || errors.some(({ errorType }) => errorType === 'BadRequestException'),
    () => ({
      what: 'AppSync could not read who is asking.',
      why: 'Most often the endpoint is not the API’s own: a proxy, or a custom domain that leads elsewhere.',
      next: 'Check the connection’s GraphQL endpoint.',
    }),
  ],
];

function tokenRefused({ name, isOverridden }: Subscribed, { renewed, what }: Refused): Words {
  if (isOverridden && what === 'subscription') {
    return {
      what: 'AppSync refused this tab’s own Authorization header.',
      why: `What is written in Headers stands in place of what ${name} would send. AppSync wants a raw token there, without the word “Bearer”.`,
      next: `Correct it, or take it out to run as ${name}.`,
    };
  }
  return {
    what: renewed
      ? `AppSync refused ${name}, with a fresh token too.`
      : `AppSync refused ${name} at its real-time endpoint.`,
    why: 'The API may not take this identity’s kind of authorization, belong to another user pool, or accept only certain app clients.',
    next: 'Run a query as the same identity: its answer tells more. Then compare the connection with the API’s settings.',
  };
}

function explainRefusal(refused: Refused, subscribed: Subscribed): Words {
  const { errors } = refused;
  const message = errors[0]?.message ?? '';
  const row = rows.find(([matches]) => matches(errors, message));
  return (
    row?.[1](subscribed, refused) ?? {
      what: 'AppSync refused the subscription.',
      why: 'The field’s resolver may have failed when it started; AppSync’s own words stand below.',
      next: 'Correct what they name, or run it again.',
    }
  );
}

/** AppSync's own words, for the eye. */
export function wordsOf({ errorType, message }: RealtimeError): string {
  return [errorType, message].filter(Boolean).join(': ');
}
