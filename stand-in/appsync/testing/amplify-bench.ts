// Amplify's own client, unpatched, set up against a stand-in. It takes an unknown host for a custom domain and insists on wss there,
// so it is given a WebSocket whose connection is made without TLS; nothing is changed of URL, protocol and frames.
import { connect } from 'node:net';
import { generateClient } from '@aws-amplify/api';
import { Amplify } from '@aws-amplify/core';
import { decodeJWT } from '@aws-amplify/core/internals/utils';
import { WebSocket } from 'ws';
import { demoApiKey } from '../../demo/blog-api.ts';
import { demoIam } from '../../demo/demo-iam.ts';
import type { StandIn } from '../../start.ts';

/** What Amplify calls the modes, with what each needs. */
export type AmplifySetting =
  | { readonly mode: 'apiKey'; readonly apiKey?: string }
  | { readonly mode: 'userPool' | 'oidc'; readonly token: string }
  | { readonly mode: 'iam' }
  | { readonly mode: 'lambda'; readonly authToken: string };

export function webSocketWithoutTls(port: number) {
  return class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { createConnection: () => connect({ port, host: '127.0.0.1' }) });
    }
  };
}

export class AmplifyBench {
  readonly #standIn: StandIn;
  readonly #running: (() => void)[] = [];

  constructor(standIn: StandIn) {
    this.#standIn = standIn;
  }

  async ask(setting: AmplifySetting, query: string, variables: object = {}): Promise<unknown> {
    return this.#clientFor(setting).graphql({ query, variables: { ...variables } });
  }

  /** Settles with the first event, or with the error that ends it. */
  listen(setting: AmplifySetting, query: string, variables: object = {}): Promise<unknown> {
    // Amplify cannot read the type of the operation out of a plain string.
    const operation: unknown = this.#clientFor(setting).graphql({ query, variables: { ...variables } });
    if (!isWatchable(operation)) throw new Error('Amplify gave no subscription.');
    return new Promise((next, error) => {
      const subscription = operation.subscribe({ next, error });
      this.#running.push(() => {
        subscription.unsubscribe();
      });
    });
  }

  /** Amplify would reconnect for ever. */
  stopAll(): void {
    for (const stop of this.#running.splice(0)) stop();
  }

  #clientFor(setting: AmplifySetting) {
    const { mode } = setting;
    const apiKey = (setting.mode === 'apiKey' ? setting.apiKey : undefined) ?? demoApiKey;
    const endpoint = `${this.#standIn.origin}/graphql`;
    const tokens = 'token' in setting ? { accessToken: decodeJWT(setting.token) } : null;
    Amplify.configure(
      { API: { GraphQL: { endpoint, region: 'eu-west-1', apiKey, defaultAuthMode: mode } } },
      {
        Auth: {
          tokenProvider: { getTokens: () => Promise.resolve(tokens) },
          credentialsProvider: {
            getCredentialsAndIdentityId: () => Promise.resolve({ credentials: demoIam.allowed }),
            clearCredentialsAndIdentityId: () => undefined,
          },
        },
      },
    );
    return generateClient({ authMode: mode, ...('authToken' in setting && { authToken: setting.authToken }) });
  }
}

interface Watchable {
  subscribe(observer: { next(value: unknown): void; error(error: unknown): void }): { unsubscribe(): void };
}

function isWatchable(value: unknown): value is Watchable {
  return typeof value === 'object' && value !== null && 'subscribe' in value && typeof value.subscribe === 'function';
}

/** An access token, as Amplify sends it. */
export async function accessTokenOf(standIn: StandIn, clientId: string, username: string, password: string) {
  const response = await fetch(standIn.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  });
  const [, token = ''] = /"AccessToken":"([^"]+)"/.exec(await response.text()) ?? [];
  return token;
}
