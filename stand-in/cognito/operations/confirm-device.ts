// ConfirmDevice: the client makes the device it was told of its own, by a verifier for a password that it never sends.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { CognitoError, invalidParameter } from '../cognito-error.ts';
import { anyString, deviceKey, token } from '../request-shape.ts';
import { toInteger } from '../srp.ts';
import { operation } from './operation.ts';

const shape = v.object({
  AccessToken: token,
  DeviceKey: deviceKey,
  DeviceName: v.optional(anyString),
  DeviceSecretVerifierConfig: v.optional(v.object({ PasswordVerifier: anyString, Salt: anyString })),
});

export const confirmDevice = operation('ConfirmDevice', shape, async (request, cognito) => {
  const { pool, device } = await signInOfAccessToken(cognito, request.AccessToken);
  const { DeviceKey: key, DeviceName: name, DeviceSecretVerifierConfig: config } = request;
  // An access token confirms the device it was given to, and no other.
  if (device?.key !== key) throw invalidParameter('Invalid device key given.');
  // The texts of these two are not published.
  if (device.credential !== null) throw new CognitoError('DeviceKeyExistsException', 'Device key already exists.');
  const [verifier, salt] = [integerFrom(config?.PasswordVerifier), integerFrom(config?.Salt)];
  if (verifier === 0n || salt === 0n) throw invalidParameter('Invalid device secret verifier config given.');
  const byUser = pool.deviceConfiguration?.deviceOnlyRememberedOnUserPrompt ?? false;
  const identity = { poolName: device.groupKey, userId: key };
  cognito.state.devices.change(device, { name, credential: { identity, salt, verifier }, isRemembered: !byUser });
  return { UserConfirmationNecessary: byUser };
});

/** Zero for what is no base64 of a number. */
function integerFrom(base64: string | undefined): bigint {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.length === 0 ? 0n : toInteger(bytes);
}
