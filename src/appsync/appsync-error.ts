// Why a request to AppSync brought no GraphQL answer at all. Errors inside an answer are data, not AppSyncErrors.

export type AppSyncErrorCode =
  /** No connection, a refused preflight, or a redirect that a page may not see: browsers tell these apart no further. */
  | 'Unreachable'
  | 'Redirected'
  /** The connection ended before the body did. */
  | 'Cut'
  | 'TooLarge'
  | 'Aborted'
  /** The request could not be authorized on our side: nobody is signed in, or the session is over. */
  | 'NotAuthorized';

export class AppSyncError extends Error {
  override readonly name = 'AppSyncError';
  readonly code: AppSyncErrorCode;

  constructor(code: AppSyncErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
