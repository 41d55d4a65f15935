// VerifySoftwareToken: the authenticator app proves that it has the secret. On the way in, its Session answers MFA_SETUP.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
import * as v from 'valibot';
import { anyString, session, token, userCode } from '../request-shape.ts';
import { softwareTokenOwner } from '../software-token-owner.ts';
import { operation } from './operation.ts';

const shape = v.object({
  AccessToken: v.optional(token),
  Session: v.optional(session),
  UserCode: userCode,
  FriendlyDeviceName: v.optional(anyString),
});

export const verifySoftwareToken = operation('VerifySoftwareToken', shape, async (request, cognito) => {
  const { user, nextSession } = await softwareTokenOwner(request, cognito);
  cognito.state.softwareTokens.verify(user, request.UserCode, request.FriendlyDeviceName);
  return { Status: 'SUCCESS', ...nextSession(true) };
});
