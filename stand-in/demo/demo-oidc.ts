// The demo's OpenID Connect provider: the press club next door. Tokens are to be had at its own address, by GET.
import type { OidcIssuer } from '../oidc/oidc-issuer.ts';

export const demoOidcIssuer: OidcIssuer = {
  id: 'press-club',
  path: '/oidc/press-club',
  clientId: 'lowwater-reading-room',
};
