// What an OpenID Connect provider publishes: discovery, its key, and, since nobody can sign in here, a page with a fresh token.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { OidcIssuer, OidcIssuers } from './oidc-issuer.ts';

export function oidcApp(issuers: OidcIssuers): Hono {
  const app = new Hono();
  for (const issuer of issuers.all) {
    app.use(`${issuer.path}/.well-known/*`, cors());
    app.get(`${issuer.path}/.well-known/openid-configuration`, (c) => c.json(configurationOf(issuers, issuer)));
    app.get(`${issuer.path}/.well-known/jwks.json`, async (c) => c.json(await issuers.keySetOf(issuer)));
    app.use(issuer.path, cors());
    app.get(issuer.path, async (c) => {
      c.header('cache-control', 'no-store');
      return c.text(`${await issuers.tokenOf(issuer)}\n`);
    });
  }
  return app;
}

function configurationOf(issuers: OidcIssuers, issuer: OidcIssuer): object {
  const name = issuers.nameOf(issuer);
  return {
    issuer: name,
    jwks_uri: `${name}/.well-known/jwks.json`,
    authorization_endpoint: `${name}/authorize`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
  };
}
