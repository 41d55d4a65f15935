// Carries out a fault on one request. Readable by every origin where bytes are sent at all, like the answers of Cognito and AppSync.
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DueFault } from './faults.ts';
import type { Target } from './request-log.ts';
import { stsErrorResponse } from './sts/sts-answer.ts';

export interface FaultyExchange {
  readonly target: Target;
  readonly env: HttpBindings;
  /** The true answer. */
  answer(): Promise<Response>;
}

export async function faultAnswer({ fault, released }: DueFault, exchange: FaultyExchange): Promise<Response> {
  switch (fault.kind) {
    case 'hold':
      await released;
      return exchange.answer();
    case 'delay':
      await pause(fault.ms, undefined, { ref: false });
      return exchange.answer();
    case 'drop':
      exchange.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'cut':
      return cutInTheMiddle(await exchange.answer(), exchange.env);
    case 'answer':
      return plainResponse(fault.status, fault.body, { 'content-type': fault.contentType ?? 'text/html' });
    case 'redirect':
      return plainResponse(fault.status ?? 302, '', { location: fault.location });
    case 'flood':
      return plainResponse(200, floodOf(fault.bytes), { 'content-type': 'application/json' });
    case 'error':
      return errorOf(exchange.target, fault.type, fault.message, fault.status ?? 400);
    default:
      return fault satisfies never;
  }
}

function plainResponse(status: number, body: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { status, headers: { 'access-control-allow-origin': '*', ...headers } });
}

async function cutInTheMiddle(answer: Response, { outgoing }: HttpBindings): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer());
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

function floodOf(bytes: number): string {
  const [start, end] = ['{"data":{"flood":"', '"}}'];
  return `${start}${'x'.repeat(bytes - start.length - end.length)}${end}`;
}

function errorOf(target: Target, type: string, message: string, status: number): Response {
  if (target === 'sts') return stsErrorResponse(status, type, message);
  const isAppsync = target === 'appsync';
  const body = isAppsync ? { errors: [{ errorType: type, message }] } : { __type: type, message };
  return plainResponse(status, JSON.stringify(body), {
    'content-type': isAppsync ? 'application/json;charset=UTF-8' : 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    'x-amzn-errortype': isAppsync ? type : `${type}:`,
    'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  });
}
