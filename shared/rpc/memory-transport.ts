/** Two ends in one process: for tests, and for a page and an engine that share one. */
import type { ClientFrame, ServerFrame, Transport } from './frames.ts';
import { Inbox } from './inbox.ts';

export interface MemoryPair {
  readonly client: Transport<ClientFrame>;
  readonly server: Transport<ServerFrame>;
}

/** Frames arrive in a later microtask and as copies, as they would over a wire. */
export function memoryPair(): MemoryPair {
  const toClient = new Inbox();
  const toServer = new Inbox();
  const close = () => {
    toClient.close();
    toServer.close();
  };
  return { client: end<ClientFrame>(toServer, toClient, close), server: end<ServerFrame>(toClient, toServer, close) };
}

function end<Out>(outbox: Inbox, inbox: Inbox, close: () => void): Transport<Out> {
  return {
    send: (frame) => {
      const copy: unknown = JSON.parse(JSON.stringify(frame));
      void Promise.resolve().then(() => outbox.deliver(copy));
    },
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => inbox.onClose(listener),
    bufferedBytes: () => 0,
    close: () => void Promise.resolve().then(close),
  };
}
