// The mark of what the blog API gives to callers of every authorization mode.

export const everyMode = '@aws_api_key @aws_cognito_user_pools @aws_iam @aws_lambda @aws_oidc';
