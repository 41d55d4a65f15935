// Requests of AWS's query protocol: a form, whose Action names the operation. They share `/` with Cognito's JSON.

export function isQueryRequest(contentType: string | undefined): boolean {
  return contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** The operation that a query request's body names, or null. */
export function queryActionFrom(body: string): string | null {
  return new URLSearchParams(body).get('Action');
}
