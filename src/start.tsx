// Start: read what the helper wrote into the page, put the parts together, take the page over. Holds no state.
import { hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { whenFirstTouched } from './app/first-touch.ts';
import { poolOf, type Services } from './app/services.ts';
import { applyTheme } from './app/theme-button.tsx';
import { createKnownSchemas } from './appsync/known-schema.ts';
import { createAdminApiOverHelper } from './cognito/admin-api.ts';
import { createCognitoApi } from './cognito/cognito-api.ts';
import { createDevices } from './cognito/devices.ts';
import { createSignIn } from './cognito/sign-in.ts';
import { createSrpInWorker } from './cognito/srp-in-worker.ts';
import { createIdentities } from './sessions/identities.ts';
import { createSessions } from './sessions/sessions.ts';
import { createConnectionsClient } from './settings/connections-client.ts';
import { readLaunchData } from './settings/launch-data.ts';
import { createRemembered } from './settings/remembered.ts';
import { fetchEditorAhead } from './workbench/editor/fetch-ahead.ts';

const now = () => Date.now();
const send: typeof fetch = (input, init) => fetch(input, init);
const remembered = createRemembered(() => localStorage);
applyTheme(remembered.theme());

const launch = readLaunchData(document);
const srp = createSrpInWorker();
const devices = createDevices();
const setTimer = (run: () => void, afterMs: number) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};
const sessions = createSessions({
  now,
  setTimer,
  apiFor: (pool) => createCognitoApi({ endpoint: pool.cognitoEndpoint, fetch: send }),
  fetchKeys: send,
  otherMarks: () => identities.marks(),
});
const identities = createIdentities({
  sessions,
  signWithIam: async (...request) => {
    const { createIamSignature } = await import('./app/iam-signature.ts');
    return createIamSignature({ fetch: send, launchSecret: launch.launchSecret })(...request);
  },
  now,
  setTimer,
});
const services: Services = {
  launch,
  connections: createConnectionsClient(send, launch.launchSecret),
  remembered,
  sessions,
  identities,
  schemas: createKnownSchemas(),
  createSignIn: (connection) => {
    const pool = poolOf(connection);
    const { cognitoEndpoint } = pool;
    return createSignIn({
      pool,
      api: createCognitoApi({ endpoint: cognitoEndpoint, fetch: send }),
      adminApi: createAdminApiOverHelper({ cognitoEndpoint, fetch: send, launchSecret: launch.launchSecret }),
      srp,
      devices,
      now,
    });
  },
  warmUp: () => srp.warmUp(),
};

// Of an API whose own mode is the key. Where users are first, it is offered beside them.
for (const { connectionId, apiKey, isDefault } of launch.apiKeys)
  if (isDefault) identities.add(connectionId, { authMode: 'API_KEY', key: apiKey });

const root = document.getElementById('root');
if (root) hydrateRoot(root, <App services={services} />);

// The sign-in first: it has to go back and forth.
whenFirstTouched(() => {
  services.warmUp();
  fetchEditorAhead(document);
});
