// The demo's world, made anew at each call: what one start changes, the next never sees.
import { blogApi } from './demo/blog-api.ts';
import { demoDevicePool } from './demo/demo-device-pool.ts';
import { demoEmailPool } from './demo/demo-email-pool.ts';
import { demoIamAccount } from './demo/demo-iam.ts';
import { demoMfaPool } from './demo/demo-mfa-pool.ts';
import { demoOidcIssuer } from './demo/demo-oidc.ts';
import { demoPool, demoRegion } from './demo/demo-pool.ts';
import { demoGuide } from './demo/guide.ts';
import { teamApi } from './demo/team-api.ts';
import type { World } from './world.ts';

export function demoWorld(): World {
  return {
    region: demoRegion,
    account: demoIamAccount(),
    pools: [demoPool(), demoMfaPool(), demoDevicePool(), demoEmailPool()],
    oidcIssuers: [demoOidcIssuer],
    apis: [blogApi(), teamApi()],
    guide: demoGuide(),
  };
}
