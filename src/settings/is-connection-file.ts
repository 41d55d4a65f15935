// Tells a connection file from whatever else is dropped or pasted, without reading it. Pure, and small: it stands in the start.

export function isConnectionFile(text: string): boolean {
  return /aws_user_pools_|aws_appsync_|["']?user_pool_client_id|awsCognitoAuthPlugin|awsAPIPlugin/.test(text);
}
