// For tests: a server of the test's own on a free port of this machine.
import type { Server } from 'node:http';

/** Listens, and gives where: `http://127.0.0.1:PORT`. */
export async function originOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens nowhere.');
  return `http://127.0.0.1:${address.port}`;
}
