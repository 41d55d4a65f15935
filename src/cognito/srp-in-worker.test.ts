import { describe, expect, it } from 'vitest';
import { createSrpInWorker, type WorkerLike } from './srp-in-worker.ts';
import type { Srp, SrpChallenge } from './srp-exchange.ts';
import type { SrpAnswer, SrpRequest } from './srp-messages.ts';

const challenge: SrpChallenge = {
  poolName: 'AbC',
  userIdForSrp: 'alice',
  password: 'Passw0rd!',
  salt: 'a1',
  srpB: 'b2',
  secretBlock: 'c3==',
  timestamp: 'Tue Mar 5 09:07:03 UTC 2024',
};

/** A worker's port: keeps what it is asked, and answers when the test says so. The arithmetic has its own tests. */
class Port implements WorkerLike {
  readonly asked: SrpRequest[] = [];
  terminated = false;
  readonly #listeners = new Map<string, (event: MessageEvent<SrpAnswer>) => void>();

  postMessage(request: SrpRequest): void {
    this.asked.push(request);
  }
  addEventListener(type: string, listener: (event: MessageEvent<SrpAnswer>) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(answer: SrpAnswer): void {
    this.#listeners.get('message')?.(new MessageEvent('message', { data: answer }));
  }
  fail(): void {
    this.#listeners.get('error')?.(new MessageEvent('error'));
  }
}

const here: Srp = {
  begin: async () => ({ srpA: 'from here', prove: async ({ timestamp }) => ({ signature: 'from here', timestamp }) }),
  newDevice: async () => ({ password: 'from here', PasswordVerifier: '', Salt: '' }),
};

function withPort() {
  const port = new Port();
  const srp = createSrpInWorker(
    () => port,
    async () => here,
  );
  return { port, srp };
}

describe('SRP in a worker', () => {
  it('computes A and proof there', async () => {
    const { port, srp } = withPort();
    const begun = srp.begin();
    port.say({ call: 1, outcome: 'begun', srpA: 'a1' });
    const exchange = await begun;
    expect(exchange.srpA).toBe('a1');
    const proving = exchange.prove(challenge);
    expect(port.asked).toEqual([
      { call: 1, ask: 'begin' },
      { call: 2, ask: 'prove', exchange: 1, challenge },
    ]);
    port.say({ call: 2, outcome: 'proved', proof: { signature: 's', timestamp: challenge.timestamp } });
    expect(await proving).toEqual({ signature: 's', timestamp: challenge.timestamp });
  });

  it('has an A ready once it is warm, and gives each A once', async () => {
    const { port, srp } = withPort();
    srp.warmUp();
    srp.warmUp();
    expect(port.asked).toHaveLength(1);
    port.say({ call: 1, outcome: 'begun', srpA: 'a1' });
    expect((await srp.begin()).srpA).toBe('a1');
    expect(port.asked).toHaveLength(1);
    const second = srp.begin();
    port.say({ call: 2, outcome: 'begun', srpA: 'a2' });
    expect((await second).srpA).toBe('a2');
  });

  it('computes a device’s verifier there', async () => {
    const { port, srp } = withPort();
    const device = { key: 'k', groupKey: 'g' };
    const computing = srp.newDevice(device);
    expect(port.asked).toEqual([{ call: 1, ask: 'new-device', device }]);
    const verifier = { password: 'p', PasswordVerifier: 'v', Salt: 's' };
    port.say({ call: 1, outcome: 'new-device', verifier });
    expect(await computing).toEqual(verifier);
  });

  it('says so where the challenge cannot be a user pool’s', async () => {
    const { port, srp } = withPort();
    const begun = srp.begin();
    port.say({ call: 1, outcome: 'begun', srpA: 'a1' });
    const proving = (await begun).prove(challenge);
    port.say({ call: 2, outcome: 'failed', detail: 'its SECRET_BLOCK is not base64' });
    await expect(proving).rejects.toMatchObject({ code: 'NotCognito', detail: 'its SECRET_BLOCK is not base64' });
  });
});

describe('SRP where a worker cannot start', () => {
  it('runs here when its making throws', async () => {
    const srp = createSrpInWorker(
      () => {
        throw new Error('blocked');
      },
      async () => here,
    );
    srp.warmUp();
    expect((await srp.begin()).srpA).toBe('from here');
    expect((await srp.begin()).srpA).toBe('from here');
  });

  it('runs here when the worker reports an error before it answers, and from then on', async () => {
    const { port, srp } = withPort();
    const begun = srp.begin();
    port.fail();
    const exchange = await begun;
    expect(await exchange.prove(challenge)).toMatchObject({ signature: 'from here' });
    expect((await srp.begin()).srpA).toBe('from here');
    expect(port.terminated).toBe(true);
    expect(port.asked).toHaveLength(1);
  });

  it('computes a device’s verifier here', async () => {
    const { port, srp } = withPort();
    const computing = srp.newDevice({ key: 'k', groupKey: 'g' });
    port.fail();
    expect(await computing).toMatchObject({ password: 'from here' });
  });

  it('fails a proof whose worker breaks down, and begins the next one here', async () => {
    const { port, srp } = withPort();
    const begun = srp.begin();
    port.say({ call: 1, outcome: 'begun', srpA: 'a1' });
    const proving = (await begun).prove(challenge);
    port.fail();
    await expect(proving).rejects.toThrow('has stopped');
    expect((await srp.begin()).srpA).toBe('from here');
  });
});
