import { describe, expect, it } from 'vitest';
import { isRunning, phaseWords, type Phase } from './phase.ts';

describe('phaseWords', () => {
  it.each<[Phase, string]>([
    [{ kind: 'connecting' }, 'Connecting as alice …'],
    [{ kind: 'starting' }, 'Subscribing as alice …'],
    [{ kind: 'live' }, 'Connected as alice'],
    [{ kind: 'renewing' }, 'AppSync refused the token of alice: fetching a fresh one …'],
    [{ kind: 'waiting', until: 4800, why: 'dropped' }, 'Reconnecting in 4 s: the connection dropped'],
    [
      { kind: 'waiting', until: 500, why: 'no keep-alive' },
      'Reconnecting in 1 s: no sign of life came for as long as AppSync allows',
    ],
    [{ kind: 'waiting', until: 2000, why: 'throttled' }, 'Trying again in 1 s: AppSync wants fewer requests just now'],
    [{ kind: 'stopped' }, 'Stopped'],
    [{ kind: 'signed out' }, 'Ended: alice is no longer here'],
    [{ kind: 'ended', why: { kind: 'completed' } }, 'Ended by AppSync'],
    [
      { kind: 'ended', why: { kind: 'refused', what: 'connection', errors: [], renewed: true } },
      'AppSync refused the connection as alice',
    ],
  ])('%j: %s', (phase, words) => {
    expect(phaseWords(phase, 'alice', 1000)).toBe(words);
  });

  it('runs until it is stopped or has ended', () => {
    expect(isRunning({ kind: 'waiting', until: 0, why: 'dropped' })).toBe(true);
    expect(isRunning({ kind: 'stopped' })).toBe(false);
  });
});
