// What the tests of challenges share: how one is begun, and what it asks.

import type { Challenge, ChallengeParameters, Form, Move } from '../challenges/challenge.ts';

export const user = { username: 'alice@example.com', userPoolId: 'eu-west-1_AbC' };

export function begun(challenge: Challenge, parameters: ChallengeParameters): Move {
  const read = challenge.begin(parameters, user);
  if (!read.ok) throw new Error(read.wrong);
  return read.value;
}

export function formOf(move: Move): Form {
  if (move.move !== 'ask') throw new Error(`Nothing is asked: ${move.move}.`);
  return move.form;
}
