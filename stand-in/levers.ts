// What only a test may pull: the stand-in's clock, its tokens, its users, its outbox, its APIs and their sockets, and answers
// gone wrong. In-process only; nothing here is ever reachable over the network.
import type { Api } from './appsync/api.ts';
import type { AppSync } from './appsync/appsync.ts';
import { realtimeLevers, type RealtimeLevers } from './appsync/realtime/realtime-levers.ts';
import type { Message } from './cognito/code-delivery.ts';
import type { PoolState } from './cognito/pool-state.ts';
import type { PoolUser, TokenLife } from './cognito/user-pool.ts';
import type { Fault, FaultMatch, FaultPlan, SetFault } from './faults.ts';
import type { IamPrincipal } from './iam/account.ts';
import type { MovableClock } from './movable-clock.ts';
import type { OidcIssuers } from './oidc/oidc-issuer.ts';
import type { RequestLog, RequestPredicate, SeenRequest } from './request-log.ts';
import type { World } from './world.ts';

export interface Levers {
  /** The stand-in's clock, milliseconds since the epoch. */
  now(): number;
  /** Moves the stand-in's clock, and so the age of tokens, sessions and lockouts; negative = back. */
  moveClock(milliseconds: number): void;
  /** Every ID and access token issued so far counts as expired, whatever its `exp` says. */
  expireTokens(): void;
  /** The same for refresh tokens, so that a renewal fails. */
  expireRefreshTokens(): void;
  /** For tokens issued from now on. Seconds; what is not named stays. */
  setTokenLife(appClientId: string, life: Partial<TokenLife>): void;
  /**
   * The living record of a user, by user name or e-mail address: change it as an administrator would (disable, move between
   * groups ...).
   */
  user(username: string): PoolUser;
  /** Forgets every device of a user, as an administrator can. */
  forgetDevices(username: string): void;
  /** The living record of an IAM principal by the last word of its ARN: give it another policy. */
  principal(name: string): IamPrincipal;
  /** Temporary AWS credentials count as expired, as after a night. */
  expireAwsSessions(): void;
  /** Makes the next matching requests go wrong. */
  misbehave(match: FaultMatch, fault: Fault): SetFault;
  /** Every request so far, preflights included. */
  readonly requests: readonly SeenRequest[];
  /** The next request, from now on, that matches. */
  nextRequest(matches: RequestPredicate): Promise<SeenRequest>;
  /** The codes that would have been sent by SMS or e-mail. */
  readonly outbox: OutboxLever;
  /**
   * A token of an OpenID Connect provider, good for an hour.
   * @param claims take the place of the usual ones: another `iss`, `aud` or `exp` makes a bad one
   * @param issuerId absent = the world's first
   */
  oidcToken(claims?: Readonly<Record<string, unknown>>, issuerId?: string): Promise<string>;
  /** The living record of an API by its path: change its limits and switches, or its keys, as its owner would. */
  api(path?: string): Api;
  /** The real-time endpoint of an API by its path; absent = `/graphql`. */
  realtime(path?: string): RealtimeLevers;
}

export interface OutboxLever {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** The next message, from now on, that matches. */
  next(matches: (message: Message) => boolean): Promise<Message>;
}

export interface LeverParts {
  readonly world: World;
  readonly state: PoolState;
  readonly appsyncs: readonly AppSync[];
  readonly issuers: OidcIssuers;
  readonly clock: MovableClock;
  readonly log: RequestLog;
  readonly faults: FaultPlan;
}

export function createLevers({ world, state, appsyncs, issuers, clock, log, faults }: LeverParts): Levers {
  const { devices, outbox, signIns } = state;
  const ofRealtime = new Map(appsyncs.map(({ api, realtime }) => [api.path, realtimeLevers(realtime)]));
  const userNamed = (name: string): PoolUser => {
    const users = world.pools.flatMap((pool) => pool.users);
    const user = users.find(({ username, attributes }) => username === name || attributes['email'] === name);
    if (user === undefined) throw new Error(`The stand-in's world has no user ${name}.`);
    return user;
  };
  return {
    now: () => clock.now(),
    moveClock: (milliseconds) => {
      clock.move(milliseconds);
    },
    expireTokens: () => {
      signIns.expireIssuedTokens();
    },
    expireRefreshTokens: () => {
      signIns.expireRefreshTokens(clock.now());
    },
    setTokenLife: (appClientId, life) => {
      const client = world.pools.flatMap((pool) => pool.clients).find(({ id }) => id === appClientId);
      if (client === undefined) throw new Error(`The stand-in's world has no app client ${appClientId}.`);
      client.tokenLife = { ...client.tokenLife, ...life };
    },
    user: userNamed,
    forgetDevices: (username) => {
      for (const device of devices.of(userNamed(username))) devices.forget(device);
    },
    principal: (name) => {
      const found = world.account.principals.find(({ arn }) => arn.endsWith(`/${name}`));
      if (found === undefined) throw new Error(`The stand-in's world has no principal ${name}.`);
      return found;
    },
    expireAwsSessions: () => {
      for (const { session } of world.account.principals) {
        if (session !== undefined) session.lifeInSeconds = 0;
      }
    },
    misbehave: (match, fault) => faults.set(match, fault),
    requests: log.all,
    nextRequest: (matches) => log.next(matches),
    outbox: { messages: outbox.all, next: (matches) => outbox.next(matches) },
    oidcToken: async (claims, issuerId) => {
      const issuer = issuers.all.find(({ id }) => issuerId === undefined || id === issuerId);
      if (issuer === undefined) throw new Error(`The stand-in's world has no such issuer.`);
      return issuers.tokenOf(issuer, claims);
    },
    api: (path = '/graphql') => {
      const api = world.apis.find((candidate) => candidate.path === path);
      if (api === undefined) throw new Error(`The stand-in's world has no API at ${path}.`);
      return api;
    },
    realtime: (path = '/graphql') => {
      const levers = ofRealtime.get(path);
      if (levers === undefined) throw new Error(`The stand-in's world has no API at ${path}.`);
      return levers;
    },
  };
}
