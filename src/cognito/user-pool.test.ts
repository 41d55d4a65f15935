import { describe, expect, it } from 'vitest';
import { defaultCognitoEndpoint, regionFrom, userPoolIdProblem } from './user-pool.ts';

describe('a user pool id', () => {
  it.each([
    ['eu-west-1_AbCdEfGhI', 'eu-west-1', 'https://cognito-idp.eu-west-1.amazonaws.com/'],
    ['ap-southeast-2_x1', 'ap-southeast-2', 'https://cognito-idp.ap-southeast-2.amazonaws.com/'],
    ['us-gov-west-1_AbC', 'us-gov-west-1', 'https://cognito-idp.us-gov-west-1.amazonaws.com/'],
    ['cn-north-1_AbC', 'cn-north-1', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/'],
  ])('%s is of %s, and Cognito is at %s', (id, region, endpoint) => {
    expect(regionFrom(id)).toBe(region);
    expect(defaultCognitoEndpoint(id)).toBe(endpoint);
    expect(userPoolIdProblem(id)).toBeUndefined();
  });

  it.each([
    ['', /Enter the id/],
    ['4demoappsyncgraphiql0clien', /app client id/],
    ['eu-west-1:0f8fad5b-d9cb-469f-a165-70867728950e', /identity pool/],
    ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC', /ARN.*eu-west-1_AbC$/],
    ['eu-west-1 _AbC', /no spaces or quotes/],
    ['"eu-west-1_AbC"', /no spaces or quotes/],
    ['eu-west-1AbC', /“_”.*missing/],
    ['_AbC', /starts with its region/],
    ['EU-WEST-1_AbC', /starts with its region/],
    ['evil.example/_AbC', /starts with its region/],
    ['eu-west-1_', /letters and digits only/],
    ['eu-west-1_Ab-C', /letters and digits only/],
  ])('"%s" is none, and the sentence says why', (text, sentence) => {
    expect(userPoolIdProblem(text)).toMatch(sentence);
    expect(regionFrom(text)).toBeUndefined();
    expect(defaultCognitoEndpoint(text)).toBeUndefined();
  });
});
