// Listening on this machine only: 127.0.0.1 and ::1, the same port on both. Must never be able to listen anywhere else.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { UpgradeListener } from './edge.ts';

export const loopbackHosts = ['127.0.0.1', '::1'] as const;
export type LoopbackHost = (typeof loopbackHosts)[number];

export interface Listening {
  readonly port: number;
  /** Stops listening and ends every connection at once, idle, busy or upgraded. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0: any that is free on every host. */
  readonly port: number;
  readonly hosts: readonly LoopbackHost[];
  readonly onRequest: RequestListener;
  readonly onUpgrade?: UpgradeListener | undefined;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

export const isPortBusy = (error: unknown): boolean => codeOf(error) === 'EADDRINUSE';
const isAddressMissing = (error: unknown): boolean =>
  ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT'].includes(String(codeOf(error)));

function listen(server: Server, port: number, host: LoopbackHost): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function tryListening({ port: wanted, hosts, onRequest, onUpgrade }: ListenOptions): Promise<Listening> {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const close = async (): Promise<void> => {
    const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };

  let port = wanted;
  let missing: unknown;
  for (const host of hosts) {
    const server = createServer(onRequest);
    if (onUpgrade !== undefined) server.on('upgrade', onUpgrade);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    try {
      port = await listen(server, port, host);
      servers.push(server);
    } catch (error) {
      if (!isAddressMissing(error)) {
        await close();
        throw error;
      }
      missing = error;
    }
  }
  if (servers.length === 0) throw missing;
  return { port, close };
}

/** Listens on those of the hosts that the machine has. Rejects with Node's error where the port is taken on one of them. */
export async function listenOnLoopback(options: ListenOptions): Promise<Listening> {
  // The port the system gave for the first host may be taken on the second.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryListening(options);
    } catch (error) {
      if (options.port !== 0 || attempt === 10 || !isPortBusy(error)) throw error;
    }
  }
}

/** The first port from `first` on with which `start` succeeds; a port in use moves on to the next, fifty times. */
export async function onFirstFreePort<T>(first: number, start: (port: number) => Promise<T>): Promise<T> {
  for (let port = first; ; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if (!isPortBusy(error) || port === first + 50 || port === 65_535) throw error;
    }
  }
}
