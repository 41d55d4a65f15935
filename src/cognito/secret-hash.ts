// SECRET_HASH: the proof that a caller knows the app client's secret. Keeps neither the secret nor the hash.
// https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash

/**
 * base64(HMAC-SHA256(clientSecret, username + clientId)).
 * @param username exactly what the same call sends as USERNAME; with REFRESH_TOKEN_AUTH, which sends none, the user's real
 *   name in the pool.
 */
export async function secretHashFrom(clientSecret: string, username: string, clientId: string): Promise<string> {
  const text = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(clientSecret), hmac, false, ['sign']);
  const hash = new Uint8Array(await crypto.subtle.sign(hmac, key, text.encode(username + clientId)));
  return btoa(String.fromCharCode(...hash));
}
