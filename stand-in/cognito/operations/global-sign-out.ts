// GlobalSignOut: every refresh token of the caller ends. ID and access tokens already given out still verify until they expire.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
import * as v from 'valibot';
import { signInOfAccessToken } from '../access-tokens.ts';
import { token } from '../request-shape.ts';
import { operation } from './operation.ts';

const shape = v.object({ AccessToken: token });

export const globalSignOut = operation('GlobalSignOut', shape, async (request, cognito) => {
  const { user } = await signInOfAccessToken(cognito, request.AccessToken);
  cognito.state.signIns.revokeAllOf(user);
  return {};
});
