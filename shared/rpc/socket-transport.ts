/** A WebSocket as transport: the browser's own, Node's, and the `ws` package's, which look alike. Frames are JSON text. */
import type { Transport } from './frames.ts';
import { Inbox } from './inbox.ts';

export interface SocketLike {
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
}

const OPEN = 1;

/** Transport over a socket that is open already. */
export function socketTransport<Out>(socket: SocketLike): Transport<Out> {
  const inbox = new Inbox();
  socket.addEventListener('message', (event) => inbox.deliver(parsed(event.data)));
  socket.addEventListener('close', () => inbox.close());
  // An error is always followed by close, which is what is acted upon; without a listener `ws` would throw.
  socket.addEventListener('error', () => undefined);
  return {
    send: (frame) => {
      if (socket.readyState === OPEN) socket.send(JSON.stringify(frame));
    },
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => inbox.onClose(listener),
    bufferedBytes: () => socket.bufferedAmount,
    close: () => socket.close(),
  };
}

/** Waits until a socket that is being opened is open; rejects when it closes instead. */
export function openSocket<Out>(socket: SocketLike): Promise<Transport<Out>> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socketTransport<Out>(socket)));
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', () => reject(new Error('the engine cannot be reached')));
  });
}

/** What is not JSON becomes undefined, which no frame is: the receiver turns it away. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
