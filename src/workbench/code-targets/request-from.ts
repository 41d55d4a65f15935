// From what stands in a tab and whom it runs as to the request that code is written of. Pure; it is told a real credential only where
// somebody asked for that.
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { overridingHeader } from '../../appsync/http.ts';
import { jsonObjectFrom } from '../../compare/json-object.ts';
import type { Identity } from '../../sessions/identity.ts';
import { operationNameIn } from '../operation-name.ts';
import { placeholderOf, type CodeHeader, type CodeRequest } from './code-request.ts';

export interface WrittenOperation {
  readonly query: string;
  /** JSON, as it was written. */
  readonly variables: string;
  readonly headers: string;
  readonly operationName: string | undefined;
}

export type RequestForCode =
  { readonly ok: true; readonly request: CodeRequest } | { readonly ok: false; readonly sentence: string };

export function requestForCode(
  endpoint: string,
  written: WrittenOperation,
  identity: Pick<Identity, 'authMode' | 'tokenKind'> | undefined,
  credential?: Readonly<Record<string, string>>,
): RequestForCode {
  if (written.query.trim() === '') return { ok: false, sentence: 'Write an operation: its code will stand here.' };
  if (isSubscription(written)) {
    return {
      ok: false,
      sentence: 'A subscription goes over AppSync’s real-time endpoint, which none of these tools speaks by itself.',
    };
  }
  const variables = jsonObjectFrom(written.variables, 'variables');
  const own = jsonObjectFrom(written.headers, 'headers');
  for (const read of [variables, own]) {
    if (!read.ok) return { ok: false, sentence: read.sentence.replace('Nothing was sent', 'There is no code yet') };
  }
  const ownHeaders = own.ok ? Object.entries(own.value).map(([name, value]) => [name, String(value)] as const) : [];
  const isOverridden = overridingHeader(Object.fromEntries(ownHeaders)) !== undefined;
  const authMode = isOverridden ? 'NONE' : (identity?.authMode ?? 'NONE');
  return {
    ok: true,
    request: {
      endpoint,
      query: written.query,
      variables: variables.ok ? variables.value : {},
      operationName: operationNameIn(written.query, written.operationName),
      headers: [
        ...(isOverridden ? [] : credentialHeaders(authMode, identity?.tokenKind, credential)),
        ...ownHeaders.map(([name, value]) => ownHeader(name, value, credential !== undefined)),
      ],
      signed: authMode === 'AWS_IAM',
    },
  };
}

function isSubscription({ query, operationName }: WrittenOperation): boolean {
  try {
    const meant = getOperationAST(parse(query, { noLocation: true }), operationNameIn(query, operationName));
    return meant?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    // What cannot be read is written as it is: AppSync says what is wrong with it.
    return false;
  }
}

function credentialHeaders(
  authMode: Identity['authMode'],
  tokenKind: Identity['tokenKind'],
  credential: Readonly<Record<string, string>> | undefined,
): CodeHeader[] {
  const variable = placeholderOf(authMode, tokenKind);
  if (variable === undefined) return [];
  if (credential) return Object.entries(credential).map(([name, value]) => ({ name, value }));
  return [{ name: authMode === 'API_KEY' ? 'x-api-key' : 'Authorization', variable }];
}

/** A header of the tab's own may hold a token as well. */
const secretNames = /^(?:authorization|x-api-key|cookie|x-amz-security-token)$|token|secret|password/i;

function ownHeader(name: string, value: string, real: boolean): CodeHeader {
  const plainName = name.replaceAll(/[^\w!#$%&'*+.^`|~-]/g, '');
  if (real || !secretNames.test(name)) return { name: plainName, value: value.replaceAll(/[\r\n\0]+/g, ' ') };
  // No variable begins with a digit.
  return { name: plainName, variable: plainName.toUpperCase().replaceAll(/\W/g, '_').replace(/^\d/, '_$&') };
}
