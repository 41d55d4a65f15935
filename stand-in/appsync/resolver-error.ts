// What a resolver throws to fail its field: AppSync's util.error() and util.unauthorized().
import type { ResolverContext } from './api.ts';

/** `util.error(message, errorType, data, errorInfo)`: all of it reaches the client. */
export class ResolverError extends Error {
  readonly errorType: string;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(message: string, errorType: string, data: unknown = null, errorInfo: unknown = null) {
    super(message);
    this.name = 'ResolverError';
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }
}

/** `util.unauthorized()`: the same answer as when a directive refuses the field. */
export function unauthorizedField({ fieldName, parentTypeName }: ResolverContext['info']): ResolverError {
  return new ResolverError(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, 'Unauthorized');
}
