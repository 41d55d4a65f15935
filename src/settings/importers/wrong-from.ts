// What a file lacks, in a sentence that names the key and no value.

import * as v from 'valibot';

/** @param needed by key: what stands there, such as "the user pool’s id, such as eu-west-1_AbC123dEf" */
export function wrongFrom(issue: v.BaseIssue<unknown>, needed: Readonly<Record<string, string>>): string {
  const key = v.getDotPath(issue) ?? '';
  const means = needed[key];
  if (means === undefined) return `${key === '' ? 'It' : `Its "${key}"`} is not as Amplify writes it.`;
  return issue.input === undefined ? `It has no "${key}": ${means}.` : `Its "${key}" is not ${means}.`;
}

export const poolMeans = 'the user pool’s id, such as eu-west-1_AbC123dEf';
export const clientMeans = 'the app client’s id, 26 letters and digits';
export const endpointMeans = 'the GraphQL endpoint, an https URL';
