// A client of the real-time protocol that knows nothing of it: sends what it is told and shows what comes, in order.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Dialled {
  readonly url: string;
  readonly protocols?: readonly string[];
  /** Headers of the upgrade; browsers cannot set any. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RealtimeClient {
  /** As the server selected it; empty = none. */
  readonly protocol: string;
  send(message: object | string): void;
  /** The next frame as it came, waiting for it if need be. */
  nextText(): Promise<string>;
  /** The same, parsed. */
  next(): Promise<unknown>;
  /** What has come and was not asked for yet. */
  readonly waiting: readonly string[];
  /** The code of the closing frame, 1006 where there was none. */
  readonly closed: Promise<number>;
  close(): void;
}

export async function dial({ url, protocols = ['graphql-ws'], headers = {} }: Dialled): Promise<RealtimeClient> {
  const socket = new WebSocket(url, [...protocols], { headers });
  const arrived: string[] = [];
  const asked: ((text: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    const give = asked.shift();
    if (give) give(text);
    else arrived.push(text);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await once(socket, 'open');
  const nextText = () => {
    const text = arrived.shift();
    return text === undefined ? new Promise<string>((resolve) => asked.push(resolve)) : Promise.resolve(text);
  };
  return {
    protocol: socket.protocol,
    send: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
    nextText,
    next: async () => JSON.parse(await nextText()) as unknown,
    waiting: arrived,
    closed,
    close: () => {
      socket.close();
    },
  };
}

export const inProtocol = (auth: object): string[] => [
  'graphql-ws',
  `header-${Buffer.from(JSON.stringify(auth)).toString('base64url')}`,
];

export function inQuery(auth: object): string {
  const header = Buffer.from(JSON.stringify(auth)).toString('base64');
  return `?${new URLSearchParams({ header, payload: 'e30=' }).toString()}`;
}

export function startMessage(id: string, authorization: object, query: string, variables?: object): object {
  return {
    id,
    type: 'start',
    payload: { data: JSON.stringify({ query, variables }), extensions: { authorization } },
  };
}
