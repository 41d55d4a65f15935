// ListDevices: the devices the caller has confirmed. All on one page.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import type { Device } from '../devices.ts';
import { token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ AccessToken: token });

export const listDevices = operation('ListDevices', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  return { Devices: cognito.state.devices.of(user).map(deviceFrom) };
});

function deviceFrom({ key, name, isRemembered, createdAt, modifiedAt, authenticatedAt }: Device): object {
  return {
    DeviceKey: key,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      ...(name === undefined ? [] : [{ Name: 'device_name', Value: name }]),
      { Name: 'dev:device_remembered_status', Value: isRemembered ? 'remembered' : 'not_remembered' },
    ],
    DeviceCreateDate: createdAt / 1000,
    DeviceLastModifiedDate: modifiedAt / 1000,
    DeviceLastAuthenticatedDate: authenticatedAt / 1000,
  };
}
