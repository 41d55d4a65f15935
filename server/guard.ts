// Who may speak to the helper: this machine's own browser page. The decision is pure and sits before everything else,
// on Node's raw request, so that no router sees a request that was not let in.
import type { IncomingMessage } from 'node:http';

/** The largest body of a change, in bytes. */
export const maxBodyBytes = 64 * 1024;

export interface Arrival {
  readonly method: string;
  /** The request target as it came over the wire. */
  readonly target: string;
  /** Every value of each header, by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly status: number; readonly why: string };

const refuse = (status: number, why: string): Verdict => ({ ok: false, status, why });

/** The Host headers a browser sends for the loopback addresses of a port (none names port 80). */
function ownHosts(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${port}`).host);
}

/**
 * Lets in what names this helper as its Host (which a page of another site, even one whose name resolves to loopback,
 * cannot), and changes only from the helper's own page. https://fetch.spec.whatwg.org/#origin-header
 */
export function judge(arrival: Arrival, port: number): Verdict {
  const { method, target, headers } = arrival;
  const [host, ...moreHosts] = headers['host'] ?? [];
  if (host === undefined || moreHosts.length > 0 || !ownHosts(port).includes(host.toLowerCase())) {
    return refuse(
      403,
      `This helper answers only to http://localhost:${port}. Behind a tunnel or a proxy, use the same port on both ends.`,
    );
  }
  // RFC 9112, 3.2: origin-form. A proxy's form (http://…) would override Host; // and \ make path and host ambiguous.
  if (!target.startsWith('/') || target.startsWith('//') || target.includes('\\')) {
    return refuse(400, 'The request must name a path of this helper.');
  }
  if (method === 'GET' || method === 'HEAD') return { ok: true };

  const foreign = 'Changes are taken only from the helper’s own page.';
  const [origin, ...moreOrigins] = headers['origin'] ?? [];
  if (origin === undefined || moreOrigins.length > 0 || origin !== `http://${host.toLowerCase()}`)
    return refuse(403, foreign);
  if ((headers['sec-fetch-site'] ?? []).some((site) => site !== 'same-origin')) return refuse(403, foreign);

  const length = Number(headers['content-length']?.[0] ?? 0);
  const hasBody = length > 0 || headers['transfer-encoding'] !== undefined;
  if (length > maxBodyBytes) return refuse(413, `A change may hold at most ${maxBodyBytes / 1024} kB.`);
  const type = headers['content-type']?.join(',') ?? '';
  if ((hasBody || method !== 'DELETE') && !/^application\/json\s*(?:;\s*charset=utf-8\s*)?$/i.test(type)) {
    return refuse(415, 'A change must be sent as application/json.');
  }
  return { ok: true };
}

/** A Node request as the judge reads it. */
export function arrivalOf(request: IncomingMessage): Arrival {
  return { method: request.method ?? '', target: request.url ?? '', headers: request.headersDistinct };
}
