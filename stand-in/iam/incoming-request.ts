// A request as a signature covers it, read from Hono's: the bytes of its body, not its text.
import type { HonoRequest } from 'hono';
import type { IncomingRequest } from './signature.ts';

export async function incomingRequestFrom(request: HonoRequest): Promise<IncomingRequest> {
  return {
    method: request.method,
    url: new URL(request.url),
    headers: request.header(),
    body: new Uint8Array(await request.arrayBuffer()),
  };
}
