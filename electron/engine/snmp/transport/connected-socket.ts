/**
 * A socket of one question's own, connected to the endpoint.
 *
 * Only such a socket hears what ICMP says of its datagrams (port or host unreachable), and the kernel lets nobody else's answers in.
 * Questions are repeated through it: so a closed port is told from silence within the first time-out.
 */
import type { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import type { Endpoint } from './shared-sockets.ts';

export interface ConnectedSocket {
  send(bytes: Buffer): void;
  close(): void;
}

export const openConnected = (
  endpoint: Endpoint,
  heard: { readonly message: (bytes: Buffer) => void; readonly refused: (error: NodeJS.ErrnoException) => void },
): ConnectedSocket => {
  const socket = createSocket({ type: endpoint.family });
  let state: 'connecting' | 'connected' | 'closed' = 'connecting';
  const queue: Buffer[] = [];
  const send = (bytes: Buffer): void => {
    if (state === 'connecting') queue.push(bytes);
    else if (state === 'connected') socket.send(bytes, (error) => error && state !== 'closed' && heard.refused(error));
  };
  socket.on('message', (bytes) => heard.message(bytes));
  socket.on('error', (error) => state !== 'closed' && heard.refused(error));
  socket.connect(endpoint.port, endpoint.host, (error?: Error | null) => {
    if (state === 'closed') return;
    if (error) return heard.refused(error);
    state = 'connected';
    for (const bytes of queue.splice(0)) send(bytes);
  });
  const close = (): void => {
    if (state === 'closed') return;
    state = 'closed';
    socket.close();
  };
  return { send, close };
};
