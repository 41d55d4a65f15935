// The WebSocket side of the APIs' endpoints: which API an upgrade is for, and the socket that carries its messages. Of the
// messages themselves it knows nothing.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { UpgradeListener } from '../../listen.ts';
import type { AppSyncDeps } from '../api.ts';
import { realtimeProtocol } from './connect-auth.ts';
import type { Transport } from './connection-parts.ts';
import type { RealtimeHub } from './hub.ts';

export function realtimeUpgrades(
  hubs: readonly RealtimeHub[],
  { requestId, isOwnHost }: Pick<AppSyncDeps, 'requestId' | 'isOwnHost'>,
): UpgradeListener {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Without a protocol that is known none is selected, and the client is told so in a message.
    handleProtocols: (offered) => offered.has(realtimeProtocol) && realtimeProtocol,
  });
  server.on('headers', (lines) => lines.push(`x-amzn-requestid: ${requestId()}`));

  return (request, socket, head) => {
    // The client may be gone before it is answered.
    socket.on('error', () => socket.destroy());
    // A page elsewhere that has its own name resolve to this machine.
    if (!isOwnHost(request.headers.host ?? '')) {
      answer(socket, 403, {});
      return;
    }
    const url = new URL(request.url ?? '/', 'http://stand-in');
    // A custom domain has the real-time endpoint below the API's path, AppSync's own host at the path itself.
    const hub = hubs.find(({ api }) => [api.path, `${api.path}/realtime`].includes(url.pathname));
    if (!hub) {
      answer(socket, 404, { 'x-amzn-requestid': requestId(), 'x-amzn-errortype': 'HttpNotFoundException' });
      return;
    }
    const fault = hub.faults.takeForConnection();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'no upgrade') {
      answer(socket, fault.status, { 'x-amzn-requestid': requestId() });
      return;
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      const connectRequest = {
        query: url.searchParams,
        protocols: protocolsOf(request),
        headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      };
      const connection = hub.open(connectRequest, transportOver(webSocket), fault);
      webSocket.on('message', (data: Buffer, isBinary) => {
        // Binary is nothing that the protocol knows.
        void connection.receive(isBinary ? '' : data.toString('utf8'));
      });
      webSocket.on('close', () => {
        connection.end();
      });
      // A frame that is not as it must be; the socket ends by itself.
      webSocket.on('error', () => undefined);
    });
  };
}

function protocolsOf({ headers }: IncomingMessage): string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
}

function transportOver(webSocket: WebSocket): Transport {
  return {
    send: (text) => {
      webSocket.send(text);
    },
    close: () => {
      webSocket.close();
    },
    drop: () => {
      webSocket.terminate();
    },
  };
}

function answer(socket: Duplex, status: number, headers: Readonly<Record<string, string>>): void {
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} Refused\r\n${head}\r\n`);
}
