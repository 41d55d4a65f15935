// The socket as a connection needs it, and the browser's WebSocket behind it. Knows nothing of what goes over it.

export interface Socket {
  send(text: string): void;
  /** Nothing is heard of it afterwards that matters. */
  close(): void;
}

export interface SocketListener {
  readonly onOpen: () => void;
  /** Text, or whatever else came. */
  readonly onMessage: (frame: unknown) => void;
  /** Once, also for a socket that never opened. */
  readonly onClose: () => void;
}

export type OpenSocket = (url: string, protocols: readonly string[], listener: SocketListener) => Socket;

/** As far as it is used here; the `ws` package's is one too. */
export interface WebSocketLike {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const openState = 1;
/** The only code below 3000 that a page may send. */
const normalClosure = 1000;

export function socketsBy(Constructor: new (url: string, protocols: string[]) => WebSocketLike): OpenSocket {
  return (url, protocols, { onOpen, onMessage, onClose }) => {
    let socket: WebSocketLike;
    try {
      socket = new Constructor(url, [...protocols]);
    } catch {
      // A page may be forbidden the address. The error would name it, and the protocols, and so the token.
      queueMicrotask(onClose);
      return { send: () => undefined, close: () => undefined };
    }
    socket.addEventListener('open', onOpen);
    socket.addEventListener('message', ({ data }) => onMessage(data));
    socket.addEventListener('close', onClose);
    // Says nothing that the close that follows does not.
    socket.addEventListener('error', () => undefined);
    return {
      send: (text) => {
        if (socket.readyState === openState) socket.send(text);
      },
      close: () => socket.close(normalClosure),
    };
  };
}
