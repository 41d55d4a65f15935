// Cognito as somebody else than the page asks it: another app, another machine.
import type { StandIn } from '../stand-in/start.ts';

/** The body of the answer, an error's too. */
export async function askCognito(
  { cognitoEndpoint }: StandIn,
  operation: string,
  request: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(cognitoEndpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(request),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}
