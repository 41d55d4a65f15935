// One port on several loopback addresses, and an end to all of it at once.
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { loopbackAddresses } from './loopback-hosts.ts';

export interface Listening {
  readonly port: number;
  /** Ends every connection, busy or idle. */
  close(): Promise<void>;
}

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
export type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

export interface ListenOptions {
  readonly fetch: Fetch;
  /** 0 = any free port. */
  readonly port: number;
  /** Absent = both loopback addresses, the second if the machine has it. */
  readonly hosts: readonly string[] | undefined;
  /** Takes over the connections that want to become WebSockets. */
  readonly onUpgrade: UpgradeListener;
}

const attemptsAtAFreePort = 10;

/** Rejects with Node's error, `code` EADDRINUSE for a busy port. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { port, hosts } = options;
  const foreign = hosts?.find((host) => !loopbackAddresses.includes(host));
  if (foreign !== undefined) throw new Error(`The stand-in listens on loopback only, not on ${foreign}.`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnAll(options);
    } catch (error) {
      // A port that is free on the first address may be taken on the second.
      if (port !== 0 || attempt === attemptsAtAFreePort || codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
}

async function listenOnAll({ fetch, port, hosts, onUpgrade }: ListenOptions): Promise<Listening> {
  const opened: OpenServer[] = [];
  try {
    for (const host of hosts ?? loopbackAddresses) {
      const server = await openServer({ fetch, onUpgrade }, opened[0]?.port ?? port, host).catch((error: unknown) => {
        const hostIsMissing = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error));
        if (hosts === undefined && opened.length > 0 && hostIsMissing) return null;
        throw error;
      });
      if (server !== null) opened.push(server);
    }
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
  return { port: opened[0]?.port ?? port, close: () => closeAll(opened) };
}

interface OpenServer {
  readonly port: number;
  close(): Promise<void>;
}

type Handlers = Pick<ListenOptions, 'fetch' | 'onUpgrade'>;

function openServer({ fetch, onUpgrade }: Handlers, port: number, host: string): Promise<OpenServer> {
  const server: ServerType = createAdaptorServer({ fetch });
  server.on('upgrade', onUpgrade);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: true }, () => {
      server.off('error', reject);
      resolve({ port: portOf(server.address()), close });
    });
  });
}

async function closeAll(servers: readonly OpenServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close()));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return address.port;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
