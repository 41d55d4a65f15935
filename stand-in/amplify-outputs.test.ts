import { expect, test } from 'vitest';
import { amplifyOutputsFrom } from './amplify-outputs.ts';
import { demoWorld } from './demo-world.ts';

test('the demo in the format of Amplify Gen 2', () => {
  expect(amplifyOutputsFrom(demoWorld(), 'http://localhost:5825')).toEqual({
    version: '1.4',
    auth: {
      user_pool_id: 'eu-west-1_Dem0Poo1x',
      user_pool_client_id: '4demoappsyncgraphiql0clien',
      aws_region: 'eu-west-1',
      mfa_configuration: 'OPTIONAL',
      mfa_methods: ['SMS', 'TOTP', 'EMAIL'],
      standard_required_attributes: ['email', 'name'],
      username_attributes: [],
      user_verification_types: ['email'],
      groups: [{ admins: { precedence: 0 } }, { editors: { precedence: 1 } }, { readers: { precedence: 2 } }],
      password_policy: {
        min_length: 8,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
        require_uppercase: true,
      },
      unauthenticated_identities_enabled: false,
    },
    data: {
      url: 'http://localhost:5825/graphql',
      aws_region: 'eu-west-1',
      api_key: expect.stringMatching(/^da2-[0-9a-z]{26}$/) as unknown,
      default_authorization_type: 'AMAZON_COGNITO_USER_POOLS',
      authorization_types: ['API_KEY', 'AWS_IAM', 'OPENID_CONNECT', 'AWS_LAMBDA'],
    },
    custom: { cognito_endpoint: 'http://localhost:5825/' },
  });
});

test('a world without pool or API has neither section', () => {
  const world = { ...demoWorld(), pools: [], apis: [] };
  expect(Object.keys(amplifyOutputsFrom(world, 'http://localhost:1'))).toEqual(['custom', 'version']);
});
