// UpdateDeviceStatus: the user decides whether a device is remembered.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { noSuchDevice } from '../devices.ts';
import { deviceKey, oneOf, token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({
  AccessToken: token,
  DeviceKey: deviceKey,
  DeviceRememberedStatus: v.optional(oneOf(['not_remembered', 'remembered'])),
});

export const updateDeviceStatus = operation('UpdateDeviceStatus', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  const device = cognito.state.devices.find(user, request.DeviceKey);
  if (device === undefined) throw noSuchDevice();
  cognito.state.devices.change(device, { isRemembered: request.DeviceRememberedStatus === 'remembered' });
  return {};
});
