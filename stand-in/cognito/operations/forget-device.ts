// ForgetDevice: the device is known no more, and the refresh tokens given to it buy nothing.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgetDevice.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { noSuchDevice } from '../devices.ts';
import { deviceKey, token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ AccessToken: token, DeviceKey: deviceKey });

export const forgetDevice = operation('ForgetDevice', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  const device = cognito.state.devices.find(user, request.DeviceKey);
  if (device === undefined) throw noSuchDevice();
  cognito.state.devices.forget(device);
  return {};
});
