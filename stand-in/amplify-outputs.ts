// The stand-in's first user pool, app client and API as amplify_outputs.json, the format of Amplify Gen 2.
// https://docs.amplify.aws/react/reference/amplify_outputs/
import type { UserPool } from './cognito/user-pool.ts';
import type { Api } from './appsync/api.ts';
import type { World } from './world.ts';

const mfaWords = { OFF: 'NONE', ON: 'REQUIRED', OPTIONAL: 'OPTIONAL' } as const;
const mfaMethods = { SMS_MFA: 'SMS', SOFTWARE_TOKEN_MFA: 'TOTP', EMAIL_OTP: 'EMAIL' } as const;

/** @param origin where the stand-in is reached */
export function amplifyOutputsFrom(world: World, origin: string): object {
  const [pool] = world.pools;
  const [api] = world.apis;
  return {
    ...(pool && { auth: authFrom(pool) }),
    ...(api && { data: dataFrom(world.region, api, origin) }),
    // The format has no field for a Cognito endpoint that is not AWS's.
    custom: { cognito_endpoint: `${origin}/` },
    version: '1.4',
  };
}

function authFrom(pool: UserPool): object {
  const { passwordPolicy: policy } = pool;
  return {
    user_pool_id: pool.id,
    aws_region: pool.region,
    user_pool_client_id: pool.clients[0]?.id,
    mfa_methods: pool.enabledMfas.map((factor) => mfaMethods[factor]),
    standard_required_attributes: pool.requiredAttributes,
    username_attributes: pool.usernameAttributes ?? [],
    user_verification_types: ['email'],
    groups: pool.groups.map((name, precedence) => ({ [name]: { precedence } })),
    mfa_configuration: mfaWords[pool.mfaConfiguration],
    password_policy: {
      min_length: policy.minimumLength,
      require_lowercase: policy.requireLowercase,
      require_numbers: policy.requireNumbers,
      require_symbols: policy.requireSymbols,
      require_uppercase: policy.requireUppercase,
    },
    unauthenticated_identities_enabled: false,
  };
}

function dataFrom(region: string, api: Api, origin: string): object {
  const providers = [api.defaultProvider, ...api.additionalProviders];
  const key = providers.flatMap((provider) => (provider.mode === 'API_KEY' ? provider.keys : []))[0];
  const additionalModes = new Set(api.additionalProviders.map(({ mode }) => mode));
  // A second user pool is a provider of its own, but no other type.
  additionalModes.delete(api.defaultProvider.mode);
  return {
    url: `${origin}${api.path}`,
    aws_region: region,
    ...(key && { api_key: key.id }),
    default_authorization_type: api.defaultProvider.mode,
    authorization_types: [...additionalModes],
  };
}
