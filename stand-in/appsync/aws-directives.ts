// The directives AppSync knows, as every schema there has them (developer guide, "Authorization use cases"; Amplify's own list).

/** SDL that goes before an API's own schema. `@deprecated`, `@skip` and `@include` come with GraphQL itself. */
export const awsDirectives = /* GraphQL */ `
  "Callers with an API key may read this."
  directive @aws_api_key on FIELD_DEFINITION | OBJECT

  "Callers who sign with IAM credentials may read this."
  directive @aws_iam on FIELD_DEFINITION | OBJECT

  "Callers with a token of the API's OpenID Connect provider may read this."
  directive @aws_oidc on FIELD_DEFINITION | OBJECT

  "Callers whom the API's Lambda authorizer lets in may read this."
  directive @aws_lambda on FIELD_DEFINITION | OBJECT

  "Signed-in users of the user pool may read this; with cognito_groups, those in any one of the groups."
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on FIELD_DEFINITION | OBJECT

  "Users in any one of the groups may call this. Followed only on root fields, and only where the user pool is the API's sole authorization mode."
  directive @aws_auth(cognito_groups: [String!]!) on FIELD_DEFINITION

  "This subscription hears of the mutations named."
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`;
