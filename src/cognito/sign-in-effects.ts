// Does what the sign-in machine asks for: calls Cognito and the SRP engine, and adds to each call what no state may hold:
// password, secret hash, device. Decides nothing.

import type { AdminApi } from './admin-api.ts';
import type { Call, Sends } from './challenges/challenge.ts';
import { loadChallenge } from './challenges/load-challenge.ts';
import type { CognitoApi } from './cognito-api.ts';
import { CognitoError } from './cognito-error.ts';
import type { AuthReply } from './cognito-replies.ts';
import type { Device, NewDevice } from './device.ts';
import type { Devices } from './devices.ts';
import type { AuthFlow } from './explanation.ts';
import { secretHashFrom } from './secret-hash.ts';
import type { Attempt, FlowEffect, FlowEvent, Outcome, SignInPool } from './sign-in-flow.ts';
import { srpPoolNameFrom, srpTimestampFrom, type Srp, type SrpExchange } from './srp-exchange.ts';
import type { Tokens } from './tokens.ts';

export interface EffectDeps {
  readonly pool: SignInPool;
  readonly api: CognitoApi;
  readonly adminApi: AdminApi | undefined;
  readonly srp: Srp;
  readonly devices: Devices;
  /** ms */
  readonly now: () => number;
}

/** One attempt: what it knows in secret, and what must end with it. */
export interface Run {
  readonly stop: AbortController;
  password: string | undefined;
  readonly clientSecret: string | undefined;
  exchange: SrpExchange | undefined;
  /** The device that the calls have named last. */
  device: Device | undefined;
}

/** Rejects with what the call rejects with, a CognitoError as a rule. */
export type PerformEffect = (effect: FlowEffect, run: Run) => Promise<FlowEvent>;

export function createEffects({ pool, api, adminApi, srp, devices, now }: EffectDeps): PerformEffect {
  const { appClientId: ClientId, userPoolId: UserPoolId } = pool;

  return async (effect, run) => {
    switch (effect.do) {
      case 'initiate':
        return replied(await initiate(effect.attempt, run));
      case 'call':
        return effect.call.do === 'respond'
          ? replied(await respond(effect.attempt, effect.sends, run))
          : { type: 'done', outcome: await outcomeOf(effect.call, effect.sends, effect.attempt, run) };
      case 'confirm-device':
        await confirmDevice(effect.device, effect.attempt, effect.tokens, run);
        return { type: 'device-confirmed' };
      case 'load': {
        const { recoveries } = await import('./recovery/index.ts');
        return { type: 'loaded', move: recoveries[effect.recovery] };
      }
      case 'fail':
        throw effect.error;
      default:
        return effect satisfies never;
    }
  };

  async function replied(reply: AuthReply): Promise<FlowEvent> {
    return reply.kind === 'tokens'
      ? { type: 'tokens-came', result: reply.result, receivedAt: now() }
      : { type: 'challenged', reply, challenge: await loadChallenge(reply.name) };
  }

  async function initiate({ authFlow: AuthFlow, username: USERNAME }: Attempt, run: Run): Promise<AuthReply> {
    const proof = await firstProof(AuthFlow, run);
    const AuthParameters = { USERNAME, ...proof, ...(await proofsOf(USERNAME, run)) };
    if ('PASSWORD' in proof) forgetPassword(USERNAME, run);
    const { signal } = run.stop;
    return AuthFlow === 'ADMIN_USER_PASSWORD_AUTH'
      ? admin().adminInitiateAuth({ AuthFlow, UserPoolId, ClientId, AuthParameters }, signal)
      : api.initiateAuth({ AuthFlow, ClientId, AuthParameters }, signal);
  }

  async function respond(attempt: Attempt, sends: Sends, run: Run): Promise<AuthReply> {
    const { authFlow, challengeName: ChallengeName = '', username: USERNAME, cognitoSession: Session } = attempt;
    const ChallengeResponses = { ...sends, USERNAME, ...(await proofsOf(USERNAME, run)) };
    const request = { ClientId, ChallengeName, ChallengeResponses, ...(Session !== undefined && { Session }) };
    const { signal } = run.stop;
    return authFlow === 'ADMIN_USER_PASSWORD_AUTH'
      ? admin().adminRespondToAuthChallenge({ ...request, UserPoolId }, signal)
      : api.respondToAuthChallenge(request, signal);
  }

  /** What goes with USERNAME in the first call: A, with the password kept for the proof; or the password itself. */
  async function firstProof(authFlow: AuthFlow, run: Run): Promise<Sends> {
    switch (authFlow) {
      case 'CUSTOM_AUTH':
        // Without a password the triggers begin at once; with one, SRP comes first.
        return run.password === undefined ? {} : { CHALLENGE_NAME: 'SRP_A', SRP_A: await beginSrp(run) };
      case 'USER_SRP_AUTH':
        return { SRP_A: await beginSrp(run) };
      case 'USER_PASSWORD_AUTH':
      case 'ADMIN_USER_PASSWORD_AUTH':
        return { PASSWORD: run.password ?? '' };
      default:
        return authFlow satisfies never;
    }
  }

  /** SECRET_HASH over the name that the same call sends, and the key of the device that the pool knows this app by. */
  async function proofsOf(username: string, run: Run): Promise<Sends> {
    run.device = devices.of(pool, username);
    return {
      ...(run.clientSecret !== undefined && {
        SECRET_HASH: await secretHashFrom(run.clientSecret, username, ClientId),
      }),
      ...(run.device !== undefined && { DEVICE_KEY: run.device.key }),
    };
  }

  async function outcomeOf(
    call: Exclude<Call, { do: 'respond' }>,
    sends: Sends,
    { username, cognitoSession: Session = '' }: Attempt,
    run: Run,
  ): Promise<Outcome> {
    const { signal } = run.stop;
    switch (call.do) {
      case 'begin-srp':
        return { of: call.do, srpA: await beginSrp(run) };
      case 'prove': {
        const proof = await prove(call, run);
        forgetPassword(username, run);
        return { of: call.do, proof };
      }
      case 'associate-token': {
        const reply = await api.associateSoftwareToken({ Session }, signal);
        return { of: call.do, secretCode: reply.SecretCode, cognitoSession: reply.Session ?? undefined };
      }
      case 'verify-token': {
        const reply = await api.verifySoftwareToken({ Session, UserCode: sends['UserCode'] ?? '' }, signal);
        // Modelled as a success that is none.
        if (reply.Status !== 'SUCCESS') throw new CognitoError('EnableSoftwareTokenMFAException');
        return { of: call.do, cognitoSession: reply.Session ?? undefined };
      }
      case 'send-code': {
        const request = await codeRequest(username, run);
        const reply =
          call.operation === 'ForgotPassword'
            ? await api.forgotPassword(request, signal)
            : await api.resendConfirmationCode(request, signal);
        return { of: call.do, sentTo: reply.CodeDeliveryDetails?.Destination ?? undefined };
      }
      case 'confirm': {
        const { ConfirmationCode = '', Password = '' } = sends;
        const request = { ...(await codeRequest(username, run)), ConfirmationCode };
        if (call.operation === 'ConfirmSignUp') await api.confirmSignUp(request, signal);
        else {
          await api.confirmForgotPassword({ ...request, Password }, signal);
          // For the sign-in that follows.
          run.password = Password;
        }
        return { of: call.do };
      }
      default:
        return call satisfies never;
    }
  }

  async function codeRequest(Username: string, { clientSecret }: Run) {
    const SecretHash = clientSecret === undefined ? undefined : await secretHashFrom(clientSecret, Username, ClientId);
    return { ClientId, Username, ...(SecretHash !== undefined && { SecretHash }) };
  }

  async function beginSrp(run: Run): Promise<string> {
    run.exchange = await srp.begin();
    return run.exchange.srpA;
  }

  async function prove({ whose, request }: Extract<Call, { do: 'prove' }>, run: Run) {
    const { exchange, device } = run;
    const poolName = whose === 'user' ? srpPoolNameFrom(UserPoolId) : device?.groupKey;
    const password = whose === 'user' ? run.password : device?.password;
    if (exchange === undefined || poolName === undefined || password === undefined) {
      throw new CognitoError('NotCognito', { reason: 'wrong-shape', detail: 'it asked for an SRP proof out of turn' });
    }
    // Each A is good for one proof.
    run.exchange = undefined;
    return exchange.prove({ ...request, poolName, password, timestamp: srpTimestampFrom(new Date(now())) });
  }

  async function confirmDevice({ key, groupKey }: NewDevice, attempt: Attempt, tokens: Tokens, run: Run) {
    const { password, ...DeviceSecretVerifierConfig } = await srp.newDevice({ key, groupKey });
    const AccessToken = tokens.accessToken ?? '';
    await api.confirmDevice({ AccessToken, DeviceKey: key, DeviceSecretVerifierConfig }, run.stop.signal);
    run.device = { key, groupKey, password };
    const names = new Set([attempt.typedUsername, attempt.username, tokens.username]);
    devices.keep(pool, [...names], run.device);
  }

  /** It has done its part, unless a device goes along: one that Cognito has forgotten means to begin anew. */
  function forgetPassword(username: string, run: Run): void {
    if (devices.of(pool, username) === undefined) run.password = undefined;
  }

  function admin(): AdminApi {
    if (adminApi === undefined) {
      throw new CognitoError('NoHelper', { detail: 'Nobody is here to sign requests with AWS credentials.' });
    }
    return adminApi;
  }
}
