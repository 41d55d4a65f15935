import { describe, expect, it } from 'vitest';
import type { CognitoApi } from './cognito-api.ts';
import { apiThatGets, json } from './testing/cognito-api-bench.ts';

describe('each operation', () => {
  const session = { Session: 's1' };
  const code = { ClientId: 'client', Username: 'alice', ConfirmationCode: '123456' };
  const user = { ClientId: 'client', Username: 'alice', SecretHash: 'hash' };
  const delivery = { CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL' } };
  const device = {
    AccessToken: 'access',
    DeviceKey: 'key',
    DeviceSecretVerifierConfig: { PasswordVerifier: 'v', Salt: 's' },
  };
  it.each<[string, (api: CognitoApi) => Promise<unknown>, object, object, unknown]>([
    [
      'AssociateSoftwareToken',
      (api) => api.associateSoftwareToken(session),
      session,
      { SecretCode: 'ABC', Session: 's2' },
      { SecretCode: 'ABC', Session: 's2' },
    ],
    [
      'VerifySoftwareToken',
      (api) => api.verifySoftwareToken({ ...session, UserCode: '123456' }),
      { ...session, UserCode: '123456' },
      { Status: 'SUCCESS', Session: 's2' },
      { Status: 'SUCCESS', Session: 's2' },
    ],
    [
      'ForgotPassword',
      (api) => api.forgotPassword(user),
      user,
      delivery,
      { CodeDeliveryDetails: { Destination: 'a***@e***' } },
    ],
    ['ForgotPassword', (api) => api.forgotPassword(user), user, {}, {}],
    [
      'ConfirmForgotPassword',
      (api) => api.confirmForgotPassword({ ...code, Password: 'N3w!pass' }),
      { ...code, Password: 'N3w!pass' },
      {},
      undefined,
    ],
    ['ConfirmSignUp', (api) => api.confirmSignUp(code), code, { Session: 's' }, undefined],
    [
      'ResendConfirmationCode',
      (api) => api.resendConfirmationCode(user),
      user,
      delivery,
      { CodeDeliveryDetails: { Destination: 'a***@e***' } },
    ],
    ['ConfirmDevice', (api) => api.confirmDevice(device), device, { UserConfirmationNecessary: false }, undefined],
  ])('%s is sent as it is given, and its answer read', async (operation, call, request, answer, reply) => {
    const { api, fetch } = apiThatGets(json(answer));
    expect(await call(api)).toEqual(reply);
    const init = fetch.mock.calls[0]?.[1];
    expect(init?.headers['X-Amz-Target']).toBe(`AWSCognitoIdentityProviderService.${operation}`);
    const sent: unknown = JSON.parse(init?.body ?? '');
    expect(sent).toEqual(request);
  });

  it('AssociateSoftwareToken without a secret is no answer', async () => {
    const { api } = apiThatGets(json({ Session: 's2' }));
    await expect(api.associateSoftwareToken(session)).rejects.toMatchObject({ reason: 'wrong-shape' });
  });

  it('brings no code and no new password into an error', async () => {
    const message = "1 validation error: Value '123456' at 'confirmationCode', 'N3w!pass' at 'password'";
    const { api } = apiThatGets(json({ __type: 'InvalidParameterException', message }, 400));
    const failure = await api.confirmForgotPassword({ ...code, Password: 'N3w!pass' }).catch((error: unknown) => error);
    expect(JSON.stringify([failure, String(failure)])).not.toMatch(/123456|N3w!pass/);
  });
});
