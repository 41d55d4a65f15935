// The test bench over the demo's pool that tracks devices, with vera and a device that makes its own password. For tests.
import * as v from 'valibot';
import { demoDeviceClientId, demoDevicePool } from '../demo/demo-device-pool.ts';
import { demoPassword } from '../demo/demo-pool.ts';
import { toInteger, verifierFrom } from './srp.ts';
import { clientPublicHex, proofFrom } from './srp-test-client.ts';
import { parametersOf, resultOf, testBench } from './test-bench.ts';
import type { UserPool } from './user-pool.ts';

type Answer = Readonly<Record<string, unknown>>;

export interface MetDevice {
  readonly key: string;
  readonly groupKey: string;
  readonly tokens: ReturnType<typeof resultOf>;
}

const devicePassword = 'a password that the device made up';
export const deviceSalt = Buffer.from('7f0102030405060708090a0b0c0d0e0f', 'hex');

export function deviceTestBench(pool: UserPool = demoDevicePool()) {
  const bench = testBench(pool);

  const respond = ({ ChallengeName, Session }: Answer, responses: object) => {
    const ChallengeResponses = { USERNAME: 'vera', ...responses };
    return { ClientId: demoDeviceClientId, ChallengeName, Session, ChallengeResponses };
  };
  const begin = (special: object = {}) => {
    const parameters = { USERNAME: 'vera', PASSWORD: demoPassword, ...special };
    return bench.initiateAuth('USER_PASSWORD_AUTH', parameters, demoDeviceClientId);
  };
  /** Answers a text message, if there is one to answer. */
  const withCode = async (answer: Answer): Promise<Answer> => {
    if (answer['ChallengeName'] !== 'SMS_MFA') return answer;
    const code = bench.cognito.state.outbox.all.at(-1)?.code ?? '';
    return bench.ask('RespondToAuthChallenge', respond(answer, { SMS_MFA_CODE: code }));
  };
  /** What a sign-in without a known device tells. */
  const meet = async (): Promise<MetDevice> => {
    const device = newDeviceIn(await withCode(await bench.ask('InitiateAuth', begin())));
    if (device === null) throw new Error('The answer tells of no device.');
    return device;
  };
  /** A request of ConfirmDevice. */
  const confirmation = ({ key, groupKey, tokens }: MetDevice, special: object = {}) => {
    const identity = { poolName: groupKey, userId: key };
    const verifier = verifierFrom(identity, devicePassword, toInteger(deviceSalt)).toString(16);
    const DeviceSecretVerifierConfig = {
      Salt: deviceSalt.toString('base64'),
      PasswordVerifier: Buffer.from(verifier.padStart(768, '0'), 'hex').toString('base64'),
    };
    return { AccessToken: tokens.AccessToken, DeviceKey: key, DeviceSecretVerifierConfig, ...special };
  };

  return {
    ...bench,
    respond,
    begin,
    withCode,
    meet,
    confirmation,
    confirmed: async (): Promise<MetDevice> => {
      const device = await meet();
      await bench.ask('ConfirmDevice', confirmation(device));
      return device;
    },
    /** From the password to the answer to DEVICE_SRP_AUTH. */
    firstHalf: async (device: MetDevice): Promise<Answer> => {
      const challenge = await bench.ask('InitiateAuth', begin({ DEVICE_KEY: device.key }));
      const responses = { DEVICE_KEY: device.key, SRP_A: clientPublicHex };
      return bench.ask('RespondToAuthChallenge', respond(challenge, responses));
    },
    /** The answer to DEVICE_PASSWORD_VERIFIER. */
    secondHalf: (answer: Answer, device: MetDevice, special: object = {}) => {
      const parameters = { ...parametersOf(answer), USER_ID_FOR_SRP: device.key };
      const proof = proofFrom({ parameters, poolName: device.groupKey, password: devicePassword, now: bench.now() });
      return respond(answer, { ...proof, USERNAME: 'vera', DEVICE_KEY: device.key, ...special });
    },
    refresh: (token: string, special: object = {}) => {
      const parameters = { REFRESH_TOKEN: token, ...special };
      return bench.refusal('InitiateAuth', bench.initiateAuth('REFRESH_TOKEN_AUTH', parameters, demoDeviceClientId));
    },
    exchange: (RefreshToken: string, special: object = {}) =>
      bench.refusal('GetTokensFromRefreshToken', { RefreshToken, ClientId: demoDeviceClientId, ...special }),
  };
}

const withNewDevice = v.object({
  AuthenticationResult: v.object({
    NewDeviceMetadata: v.object({ DeviceKey: v.string(), DeviceGroupKey: v.string() }),
  }),
});

/** NewDeviceMetadata and the tokens beside it; null where there is none. */
export function newDeviceIn(answer: Answer): MetDevice | null {
  const parsed = v.safeParse(withNewDevice, answer);
  if (!parsed.success) return null;
  const { DeviceKey: key, DeviceGroupKey: groupKey } = parsed.output.AuthenticationResult.NewDeviceMetadata;
  return { key, groupKey, tokens: resultOf(answer) };
}
