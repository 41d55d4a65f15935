// Who calls, once let in, and what the caller's own credential closes. Of what the schema says it knows nothing.
import type { CognitoIdentity, IamIdentity, Identity, LambdaIdentity, OidcIdentity } from './identity.ts';
import type { CallerAccess } from './field-access.ts';

export type Caller =
  | { readonly mode: 'API_KEY' }
  | { readonly mode: 'AMAZON_COGNITO_USER_POOLS'; readonly identity: CognitoIdentity }
  | { readonly mode: 'OPENID_CONNECT'; readonly identity: OidcIdentity }
  | {
      readonly mode: 'AWS_LAMBDA';
      readonly identity: LambdaIdentity;
      /** `Type.field` each. */
      readonly deniedFields: readonly string[];
    }
  | {
      readonly mode: 'AWS_IAM';
      readonly identity: IamIdentity;
      /** Whether the policy lets the caller have a root field. */
      allows(this: void, typeName: string, fieldName: string): boolean;
    };

export const accessOf = (caller: Caller): CallerAccess => ({
  mode: caller.mode,
  groups: caller.mode === 'AMAZON_COGNITO_USER_POOLS' ? (caller.identity.groups ?? []) : [],
});

export const identityOf = (caller: Caller): Identity | null => (caller.mode === 'API_KEY' ? null : caller.identity);

/** @param isRoot IAM's policies are asked for the fields of the root types only */
export function isClosedByCredential(caller: Caller, typeName: string, fieldName: string, isRoot: boolean): boolean {
  switch (caller.mode) {
    case 'AWS_LAMBDA':
      return caller.deniedFields.includes(`${typeName}.${fieldName}`);
    case 'AWS_IAM':
      return isRoot && !caller.allows(typeName, fieldName);
    case 'API_KEY':
    case 'AMAZON_COGNITO_USER_POOLS':
    case 'OPENID_CONNECT':
      return false;
    default:
      return caller satisfies never;
  }
}
