// For which hosts the helper signs with the developer's own AWS credentials: AWS's own for the pool's region, and this machine's.
// Pure.
import { regionOf } from '../../src/settings/connection.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isLoopback(endpoint: string): boolean {
  return URL.canParse(endpoint) && loopback.has(new URL(endpoint).hostname);
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: `eu-west-1`, `us-gov-west-1`, `cn-north-1`. */
export const isRegion = (text: string): boolean => /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/.test(text);

const suffixOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

/** The hosts at which AWS itself answers for Cognito in this pool's region; none where its id names no region. */
export function awsHostsOf(userPoolId: string): readonly string[] {
  const region = regionOf(userPoolId);
  if (!isRegion(region)) return [];
  return ['cognito-idp', 'cognito-idp-fips'].map((service) => `${service}.${region}.${suffixOf(region)}`);
}

export function maySignFor(endpoint: string, userPoolId: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  if (isLoopback(endpoint)) return true;
  return awsHostsOf(userPoolId).some((host) => new URL(endpoint).href === `https://${host}/`);
}

/** Where to ask whose the credentials are: the region's STS, or the stand-in that pretends to be Cognito too. */
export function stsEndpointFor(endpoint: string, userPoolId: string): string {
  if (isLoopback(endpoint)) return new URL('/', endpoint).href;
  const region = regionOf(userPoolId);
  return `https://sts.${region}.${suffixOf(region)}/`;
}
