/** One attempt to reach the engine: by a port where the host hands one over, else by WebSocket to where the page came from. */
import { ENGINE_PORT_MESSAGE, type PageBridge } from '../../shared/page/bridge.ts';
import type { ClientFrame, Transport } from '../../shared/rpc/frames.ts';
import { portTransport } from '../../shared/rpc/port-transport.ts';
import { openSocket } from '../../shared/rpc/socket-transport.ts';
import { hostBridge } from './host-bridge.ts';

const PORT_WITHIN_MS = 15_000;

export function openTransport(): Promise<Transport<ClientFrame>> {
  const bridge = hostBridge();
  return bridge === null ? openSocket(new WebSocket(engineAddress(location))) : openPort(bridge);
}

export function engineAddress(page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/rpc`;
}

function openPort(bridge: PageBridge): Promise<Transport<ClientFrame>> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
    };
    const onMessage = (event: MessageEvent) => {
      const port = event.ports[0];
      // Only the preload of this very window may hand a port over.
      if (event.source !== window || event.data !== ENGINE_PORT_MESSAGE || port === undefined) return;
      stop();
      resolve(portTransport<ClientFrame>(port));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the engine gave no port within ${PORT_WITHIN_MS} ms`));
    }, PORT_WITHIN_MS);
    window.addEventListener('message', onMessage);
    bridge.requestEnginePort();
  });
}
