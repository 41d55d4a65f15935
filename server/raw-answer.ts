// For tests: a request as bytes, the answer as text, so that what fetch would mend or refuse to send can be sent.
import { connect } from 'node:net';

/** Resolves to all that came (one character per byte) when the other side has closed; ask for `Connection: close`. */
export function rawAnswer(port: number, request: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(request));
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (answer += text));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}
