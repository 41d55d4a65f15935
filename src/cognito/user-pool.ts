// A user pool's id and what follows from it: its region and Cognito's address. Asks nobody.

/** "eu-west-1_AbCdEfGhI": the region, "_", letters and digits; at most 55 characters (AWS's own pattern, narrowed to regions). */
const USER_POOL_ID = /^([a-z]{2,3}(?:-[a-z]{2,12}){1,2}-\d)_[0-9a-zA-Z]{1,43}$/;

/** The region an id names; undefined where it is not the id of a user pool. */
export function regionFrom(userPoolId: string): string | undefined {
  return USER_POOL_ID.exec(userPoolId)?.[1];
}

/** Cognito's public address for the pool's region, with its closing slash; undefined where the id has no region. */
export function defaultCognitoEndpoint(userPoolId: string): string | undefined {
  const region = regionFrom(userPoolId);
  if (region === undefined) return undefined;
  // https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html, and China's own partition.
  return `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
}

/** What is wrong with a user pool id, as a sentence; undefined where nothing is. Spaces around it are the caller's to trim. */
export function userPoolIdProblem(text: string): string | undefined {
  if (text === '') return 'Enter the id of the user pool, such as eu-west-1_AbCdEfGhI.';
  if (USER_POOL_ID.test(text)) return undefined;
  if (/^[0-9a-z]{26}$/.test(text))
    return 'This looks like an app client id. The user pool id has a region and “_”: eu-west-1_AbCdEfGhI.';
  if (/^[a-z]{2,3}(?:-[a-z]+)+-\d:[0-9a-f-]{36}$/.test(text)) {
    return 'This is the id of an identity pool (region:uuid). The user pool id reads like eu-west-1_AbCdEfGhI.';
  }
  const fromArn = /^arn:[^:]*:cognito-idp:.*:userpool\/(.+)$/.exec(text)?.[1];
  if (fromArn !== undefined) return `This is an ARN. The user pool id is its end: ${fromArn}`;
  if (/\s|["'`]/.test(text)) return 'A user pool id has no spaces or quotes: eu-west-1_AbCdEfGhI.';
  if (!text.includes('_')) return 'The “_” between region and name is missing: eu-west-1_AbCdEfGhI.';
  if (!/^[a-z]{2,3}(?:-[a-z]{2,12}){1,2}-\d_/.test(text))
    return 'A user pool id starts with its region: eu-west-1_AbCdEfGhI.';
  return 'After “_” a user pool id has letters and digits only: eu-west-1_AbCdEfGhI.';
}
