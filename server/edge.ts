// Where Node's requests come in: every answer gets the headers that keep foreign pages out, then the guard decides.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { arrivalOf, judge } from './guard.ts';
import { refusal } from './json-api.ts';
import { policyFor } from './policy.ts';

/** For every answer. The page replaces the policy by its own; workers live under this one and may call nobody. */
const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyFor([]),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

function sendRefusal(response: ServerResponse, status: number, why: string): void {
  const body = JSON.stringify(refusal(why));
  // The rest of a refused request is not read, so the connection cannot be used again.
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(body);
}

/** Lets through to `handle` what the guard lets in on this port. */
export function guardedListener(port: () => number, handle: RequestListener): RequestListener {
  return (request, response) => {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    const verdict = judge(arrivalOf(request), port());
    if (verdict.ok) handle(request, response);
    else sendRefusal(response, verdict.status, verdict.why);
  };
}

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The same for WebSockets (the dev server's). A browser sends no preflight for them, so they are judged like a change. */
export function guardedUpgrade(port: () => number, handle: UpgradeListener): UpgradeListener {
  return (request, socket, head) => {
    const asChange = { ...arrivalOf(request), method: 'DELETE' };
    if (judge(asChange, port()).ok) handle(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  };
}
