// An HTTP request as bytes on a socket, for tests: no client library between the test and what was really answered.
import { connect } from 'node:net';

export interface RawAnswer {
  readonly statusLine: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The bytes as they came. */
  readonly text: string;
}

export interface RawRequest {
  readonly port: number;
  /** The request line, `POST / HTTP/1.1`. */
  readonly line: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Absent = 127.0.0.1 */
  readonly address?: string;
}

/** Resolves when the other side has ended the connection; `connection: close` is asked for. */
export async function rawRequest(request: RawRequest): Promise<RawAnswer> {
  const { port, line, body = '', address = '127.0.0.1' } = request;
  const headers = {
    host: `localhost:${port}`,
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
    ...request.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = await exchange(port, address, [line, ...head, '', body].join('\r\n'));
  const [headText = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...headerLines] = headText.split('\r\n');
  const parsed = headerLines.map((headerLine) => {
    const colon = headerLine.indexOf(':');
    return [headerLine.slice(0, colon).toLowerCase(), headerLine.slice(colon + 1).trim()] as const;
  });
  return { statusLine, headers: Object.fromEntries(parsed), body: rest.join('\r\n\r\n'), text };
}

function exchange(port: number, host: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ port, host }, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('close', () => {
      resolve(received);
    });
    socket.on('error', reject);
  });
}
