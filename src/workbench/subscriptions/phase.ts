// Where a tab's subscription is, in one union, and what that is called. Pure.
import type { End, Interruption } from '../../appsync/realtime/notices.ts';

export type Phase =
  | { readonly kind: 'connecting' | 'starting' | 'live' | 'renewing' }
  /** `until` in ms since the epoch. */
  | { readonly kind: 'waiting'; readonly until: number; readonly why: Interruption }
  | { readonly kind: 'stopped' }
  /** Whom it ran as is not there any more. */
  | { readonly kind: 'signed out' }
  | { readonly kind: 'ended'; readonly why: End };

/** Whether it goes on, or tries to. */
export function isRunning({ kind }: Phase): boolean {
  return kind !== 'stopped' && kind !== 'signed out' && kind !== 'ended';
}

const interruptions: Record<Interruption, string> = {
  dropped: 'the connection dropped',
  unreachable: 'the real-time endpoint could not be reached',
  'closed at once': 'the endpoint closed the connection at once',
  'no answer': 'the endpoint took the connection and said nothing',
  'no keep-alive': 'no sign of life came for as long as AppSync allows',
  'not the protocol': 'what answered does not speak AppSync’s real-time protocol',
  throttled: 'AppSync wants fewer requests just now',
};

/** "Reconnecting in 4 s: the connection dropped" */
export function phaseWords(phase: Phase, name: string, now: number): string {
  switch (phase.kind) {
    case 'connecting':
      return `Connecting as ${name} …`;
    case 'starting':
      return `Subscribing as ${name} …`;
    case 'live':
      return `Connected as ${name}`;
    case 'renewing':
      return `AppSync refused the token of ${name}: fetching a fresh one …`;
    case 'waiting': {
      const seconds = Math.max(1, Math.ceil((phase.until - now) / 1000));
      return `${phase.why === 'throttled' ? 'Trying again' : 'Reconnecting'} in ${seconds} s: ${interruptions[phase.why]}`;
    }
    case 'stopped':
      return 'Stopped';
    case 'signed out':
      return `Ended: ${name} is no longer here`;
    case 'ended':
      return endWords(phase.why, name);
    default:
      return phase satisfies never;
  }
}

function endWords(why: End, name: string): string {
  switch (why.kind) {
    case 'completed':
      return 'Ended by AppSync';
    case 'refused':
      return why.what === 'connection'
        ? `AppSync refused the connection as ${name}`
        : 'AppSync refused the subscription';
    case 'not acknowledged':
      return 'AppSync did not acknowledge the subscription';
    case 'not authorized':
      return `Not sent: there is nothing left to ask with as ${name}`;
    default:
      return why satisfies never;
  }
}
