// The worker's side of SRP: computes off the main thread. Keeps each pair until its one proof; keeps no password.

import { CognitoError } from './cognito-error.ts';
import { beginSrp, proveSrp, verifierFor, type SrpPair } from './srp.ts';
import type { SrpAnswer, SrpRequest } from './srp-messages.ts';

const pairs = new Map<number, SrpPair>();

async function answer(request: SrpRequest): Promise<SrpAnswer> {
  const { call } = request;
  try {
    if (request.ask === 'begin') {
      const pair = beginSrp();
      pairs.set(call, pair);
      return { call, outcome: 'begun', srpA: pair.srpA };
    }
    if (request.ask === 'new-device') return { call, outcome: 'new-device', verifier: verifierFor(request.device) };
    const pair = pairs.get(request.exchange);
    if (pair === undefined) return { call, outcome: 'failed' };
    pairs.delete(request.exchange);
    return { call, outcome: 'proved', proof: await proveSrp(pair, request.challenge) };
  } catch (error) {
    // An Error loses its class on the way to the page, and a foreign one might quote what it was given.
    return { call, outcome: 'failed', ...(error instanceof CognitoError && { detail: error.detail }) };
  }
}

self.addEventListener('message', (event: MessageEvent<SrpRequest>) => {
  void answer(event.data).then((message) => self.postMessage(message, {}));
});
