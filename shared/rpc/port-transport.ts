/**
 * A MessagePort as transport: the page's and Node's (event targets), and Electron's MessagePortMain (an event emitter).
 * Ports do not tell how much waits in them: there the unacknowledged frames alone show a slow peer.
 */
import type { Transport } from './frames.ts';
import { Inbox } from './inbox.ts';

interface PortMessage {
  readonly data: unknown;
}

interface PortBasics {
  postMessage(message: unknown): void;
  start?(): void;
  close(): void;
}

/** A port of the page or of node:worker_threads. */
export interface TargetPort extends PortBasics {
  addEventListener(type: 'message', listener: (event: PortMessage) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
}

/** A port of Electron's main process or utility process. */
export interface EmitterPort extends PortBasics {
  on(event: 'message', listener: (event: PortMessage) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

export function portTransport<Out>(port: TargetPort | EmitterPort): Transport<Out> {
  const inbox = new Inbox();
  const onMessage = (event: PortMessage) => inbox.deliver(event.data);
  const onClose = () => inbox.close();
  if ('addEventListener' in port) {
    port.addEventListener('message', onMessage);
    port.addEventListener('close', onClose);
  } else {
    port.on('message', onMessage);
    port.on('close', onClose);
  }
  port.start?.();
  return {
    send: (frame) => port.postMessage(frame),
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => inbox.onClose(listener),
    bufferedBytes: () => 0,
    close: () => {
      port.close();
      inbox.close();
    },
  };
}
