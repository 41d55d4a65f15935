// The words of AppSync's real-time protocol: what a client may send, and what a frame that came may mean. Decides nothing.
// https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html

export type ClientMessage =
  | { readonly type: 'connection_init' }
  | {
      readonly id: string;
      readonly type: 'start';
      readonly payload: {
        /** JSON text: `{"query":…,"variables":…}` */
        readonly data: string;
        readonly extensions: { readonly authorization: AuthObject };
      };
    }
  | { readonly id: string; readonly type: 'stop' };

/** Who asks, with the host of the HTTP endpoint; the names are taken to the letter. */
export type AuthObject = Readonly<Record<string, string>>;

/** An error as AppSync words it; every member may be missing. */
export interface RealtimeError {
  readonly errorType?: string;
  readonly message?: string;
  readonly errorCode?: number;
}

export type ServerMessage =
  | { readonly type: 'connection_ack'; readonly connectionTimeoutMs: number | undefined }
  | { readonly type: 'connection_error'; readonly errors: readonly RealtimeError[] }
  | { readonly type: 'ka' }
  | { readonly type: 'start_ack'; readonly id: string }
  | { readonly type: 'data'; readonly id: string; readonly payload: object }
  | { readonly type: 'error'; readonly id: string | undefined; readonly errors: readonly RealtimeError[] }
  | { readonly type: 'complete'; readonly id: string }
  /** JSON of a type that no documentation knows: to be passed over. */
  | { readonly type: 'unknown' }
  /** Not JSON, or no object: no AppSync speaks so. */
  | { readonly type: 'garbage' };

export function serverMessageFrom(frame: unknown): ServerMessage {
  const value = objectFrom(frame);
  if (value === undefined) return { type: 'garbage' };
  const { type } = value;
  const id = typeof value['id'] === 'string' ? value['id'] : undefined;
  const payload = isObject(value['payload']) ? value['payload'] : undefined;
  switch (type) {
    case 'ka':
      return { type };
    case 'connection_ack': {
      const timeout = payload?.['connectionTimeoutMs'];
      return { type, connectionTimeoutMs: typeof timeout === 'number' && timeout > 0 ? timeout : undefined };
    }
    case 'connection_error':
      return { type, errors: errorsFrom(value, payload) };
    case 'error':
      return { type, id, errors: errorsFrom(value, payload) };
    case 'data':
      return id === undefined || payload === undefined ? { type: 'unknown' } : { type, id, payload };
    case 'start_ack':
    case 'complete':
      return id === undefined ? { type: 'unknown' } : { type, id };
    default:
      return { type: 'unknown' };
  }
}

/** `errors` is a list, or the one error itself; some were seen without a payload around them. */
function errorsFrom(value: Fields, payload: Fields | undefined): RealtimeError[] {
  const errors = payload?.['errors'] ?? value['errors'] ?? payload;
  return (Array.isArray(errors) ? errors : [errors])
    .filter((error) => isObject(error))
    .map((error) => errorFrom(error));
}

function errorFrom({ errorType, message, errorCode }: Fields): RealtimeError {
  return {
    ...(typeof errorType === 'string' && { errorType }),
    ...(typeof message === 'string' && { message }),
    ...(typeof errorCode === 'number' && { errorCode }),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectFrom(frame: unknown): Fields | undefined {
  if (typeof frame !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(frame);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
