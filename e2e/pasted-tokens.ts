// Tokens from elsewhere for a test: the answer of Cognito that `aws cognito-idp initiate-auth` would print, and a drop of a file.
import type { Page } from '@playwright/test';
import { demoClientIds } from '../stand-in/demo/demo-pool.ts';
import type { StandIn } from '../stand-in/start.ts';
import { password } from './app.ts';
import { askCognito } from './ask-cognito.ts';

export interface Creds {
  /** The whole answer, as the CLI keeps it in creds.json. */
  readonly json: string;
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export async function credsOf(
  standIn: StandIn,
  username: string,
  appClientId: string = demoClientIds.default,
): Promise<Creds> {
  const body = (await askCognito(standIn, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: appClientId,
    AuthParameters: { USERNAME: username, PASSWORD: password },
  })) as { AuthenticationResult: { IdToken: string; AccessToken: string; RefreshToken: string } };
  const { IdToken: idToken, AccessToken: accessToken, RefreshToken: refreshToken } = body.AuthenticationResult;
  return { json: JSON.stringify(body, null, 4), idToken, accessToken, refreshToken };
}

/** As if a file were let go over an element, once the page's script is there to take it. */
export async function dropFile(page: Page, selector: string, name: string, text: string): Promise<void> {
  await page.locator('form[data-alive]').first().waitFor({ state: 'attached' });
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'application/json' }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent(selector, 'dragover', { dataTransfer });
  await page.dispatchEvent(selector, 'drop', { dataTransfer });
}
