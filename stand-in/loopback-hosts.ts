// The names under which the stand-in may be called, and the addresses it may listen on. A page elsewhere that had its own name
// resolve to this machine is refused by the Host header.

/** Addresses; the second only where the machine has it. */
export const loopbackAddresses: readonly string[] = ['127.0.0.1', '::1'];

/**
 * @param host the Host header, absent in requests of HTTP/1.0
 * @param port the one the connection came in by
 */
export function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  const own = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  return host !== undefined && own.includes(host.toLowerCase());
}
