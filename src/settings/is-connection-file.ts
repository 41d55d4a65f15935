// Tells a connection file from whatever else is dropped or pasted, without reading it. Pure, and small: it stands in the start.

/** Such files are some kilobytes; a film dropped by mistake is not read. */
export const largestConnectionFile = 1_000_000;

export function isConnectionFile(text: string): boolean {
  return /aws_user_pools_|aws_appsync_|["']?user_pool_client_id|awsCognitoAuthPlugin|awsAPIPlugin/.test(text);
}
