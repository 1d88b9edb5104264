/** Every way that frames can go, in one shape, so that one suite proves them all. */
import { EventEmitter, once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { WebSocket as WsSocket, WebSocketServer } from 'ws';
import type { ClientFrame, ServerFrame, Transport } from '../../shared/rpc/frames.ts';
import { memoryPair } from '../../shared/rpc/memory-transport.ts';
import { portTransport, type EmitterPort } from '../../shared/rpc/port-transport.ts';
import { openSocket, socketTransport, type SocketLike } from '../../shared/rpc/socket-transport.ts';

/** An engine that may be connected to, for as long as a test runs. */
export interface Line {
  /** One attempt of a client. */
  open(): Promise<Transport<ClientFrame>>;
  /** Breaks what is connected now; the next attempt works again. */
  cut(): void;
  close(): Promise<void>;
}

export interface TransportKind {
  readonly name: string;
  /** True where the transport tells how many bytes wait in it. */
  readonly tellsBacklog: boolean;
  line(serveOne: (transport: Transport<ServerFrame>) => void): Promise<Line>;
}

function pairLine(
  pair: () => { client: Transport<ClientFrame>; server: Transport<ServerFrame> },
  serveOne: (transport: Transport<ServerFrame>) => void,
): Promise<Line> {
  const servers: Transport<ServerFrame>[] = [];
  const cut = () => {
    for (const server of servers.splice(0)) server.close();
  };
  const open = () => {
    const { client, server } = pair();
    servers.push(server);
    serveOne(server);
    return Promise.resolve(client);
  };
  return Promise.resolve({
    open,
    cut,
    close: () => {
      cut();
      return Promise.resolve();
    },
  });
}

/** Looks like Electron's MessagePortMain: an event emitter whose messages come wrapped in `{ data }`. */
class EmitterLikePort extends EventEmitter implements EmitterPort {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data }));
    port.on('close', () => this.emit('close'));
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
  start(): void {
    this.#port.start();
  }
  close(): void {
    this.#port.close();
  }
}

function channel(wrap: (port: MessagePort) => Parameters<typeof portTransport>[0]) {
  const { port1, port2 } = new MessageChannel();
  return { client: portTransport<ClientFrame>(port1), server: portTransport<ServerFrame>(wrap(port2)) };
}

async function socketLine(
  connectTo: (address: string) => SocketLike,
  serveOne: (transport: Transport<ServerFrame>) => void,
): Promise<Line> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) => serveOne(socketTransport<ServerFrame>(socket)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    for (const socket of server.clients) socket.terminate();
  };
  return {
    open: () => openSocket<ClientFrame>(connectTo(`ws://127.0.0.1:${address.port}`)),
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

export const transportKinds: readonly TransportKind[] = [
  { name: 'memory', tellsBacklog: false, line: (serveOne) => pairLine(memoryPair, serveOne) },
  { name: 'MessagePort', tellsBacklog: false, line: (serveOne) => pairLine(() => channel((port) => port), serveOne) },
  {
    name: "port like Electron's MessagePortMain",
    tellsBacklog: false,
    line: (serveOne) => pairLine(() => channel((port) => new EmitterLikePort(port)), serveOne),
  },
  {
    name: 'WebSocket of the platform',
    tellsBacklog: true,
    line: (serveOne) => socketLine((address) => new WebSocket(address), serveOne),
  },
  {
    name: 'WebSocket of ws',
    tellsBacklog: true,
    line: (serveOne) => socketLine((address) => new WsSocket(address), serveOne),
  },
];
