// GetUser: the caller's attributes.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ AccessToken: token });

export const getUser = operation('GetUser', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  const attributes = { sub: user.sub, ...user.attributes };
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...(user.preferredMfa && { PreferredMfaSetting: user.preferredMfa }),
    ...(user.enabledMfas && { UserMFASettingList: user.enabledMfas }),
  };
});
