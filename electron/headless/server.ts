/**
 * The engine for an ordinary browser: the page's files and one WebSocket, on loopback.
 *
 * Who may talk to it: the address's fragment carries a random token, which the page sends in its first frame; `Host` and
 * `Origin` must be our own (DNS rebinding); every file comes with the same strict policy as in Electron.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { engineContract, type EngineHandlers, type EngineTopics } from '../../shared/contract/index.ts';
import { serve } from '../../shared/rpc/server.ts';
import { socketTransport } from '../../shared/rpc/socket-transport.ts';
import type { Clock, Log } from '../host/host.ts';
import { isLoopback, isOwnHost, isOwnOrigin, type OriginRules } from './origin-check.ts';
import { newToken } from './page-token.ts';
import { refuse, servePage } from './serve-page.ts';

export interface HeadlessOptions {
  readonly engine: { readonly handlers: EngineHandlers; readonly topics: EngineTopics };
  /** Folder of the built page. */
  readonly pageFolder: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly version: string;
  /** Left out: a new one. */
  readonly token?: string | undefined;
  /** Left out: 8420, so that the browser keeps what a person set, or any free one if that is taken. */
  readonly port?: number | undefined;
  /** Address to bind; 127.0.0.1 unless told otherwise, and anything but loopback only with `tls`. */
  readonly host?: string | undefined;
  /** PEM texts. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Names under which people reach it, where it is bound to more than loopback. */
  readonly hostNames?: readonly string[] | undefined;
  /** Parses replies too: for tests. */
  readonly checkReplies?: boolean | undefined;
}

export interface HeadlessServer {
  /** With the token in the fragment. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  close(): Promise<void>;
}

const STANDARD_PORT = 8420;
/** The largest call is `position.set` with 10,000 positions, about 1 MB. */
const MAX_FRAME_BYTES = 4 * 1024 * 1024;
const MAX_SOCKETS = 64;

/** Throws when the address may not be bound or the named port is taken; the message says what to do. */
export async function startHeadless(options: HeadlessOptions): Promise<HeadlessServer> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host) && !options.tls) {
    throw new Error(
      `${host} is not loopback: others could listen in. Give a certificate and key (TLS), or bind 127.0.0.1.`,
    );
  }
  const server = options.tls ? createTlsServer(options.tls) : createServer();
  const port = await listen(server, host, options.port);
  const rules: OriginRules = {
    scheme: options.tls ? 'https' : 'http',
    port,
    names: [host, ...(options.hostNames ?? [])],
  };
  const token = options.token ?? newToken();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(options, rules, request, response);
  });
  const sockets = acceptPages(server, options, rules, token);
  const shownHost = host === '0.0.0.0' || host === '::' ? (options.hostNames?.[0] ?? 'localhost') : host;
  const inAddress = shownHost.includes(':') ? `[${shownHost}]` : shownHost;
  return {
    url: `${rules.scheme}://${inAddress}:${port}/#token=${token}`,
    token,
    port,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, host: string, wanted: number | undefined): Promise<number> {
  try {
    server.listen(wanted ?? STANDARD_PORT, host);
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (wanted !== undefined) {
      throw new Error(`port ${wanted} on ${host} is taken by another program: choose another with --port`, {
        cause: error,
      });
    }
    server.listen(0, host);
    await once(server, 'listening');
  }
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

async function answer(
  options: HeadlessOptions,
  rules: OriginRules,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnHost(request.headers.host, rules)) {
    options.log.warn('refused a request for another host', { host: request.headers.host ?? '' });
    refuse(response, 421, 'This server does not answer under that name.');
    return;
  }
  try {
    await servePage(options.pageFolder, request, response);
  } catch (error) {
    // The browser went away in the middle of a file.
    options.log.debug('a file was not sent to its end', { reason: String(error) });
    response.destroy();
  }
}

function acceptPages(server: Server, options: HeadlessOptions, rules: OriginRules, token: string): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = upgradeRefusal(request, rules, sockets.clients.size);
    if (refusal !== null) {
      options.log.warn('refused a WebSocket', { reason: refusal, origin: request.headers.origin ?? '' });
      stream.on('error', () => undefined);
      stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const { engine, clock, log, version, checkReplies } = options;
      serve(socketTransport(socket), { ...engine, contract: engineContract, clock, log, version, token, checkReplies });
    });
  });
  return sockets;
}

/** The status line of a refusal, or null when the WebSocket may be opened. */
function upgradeRefusal(request: IncomingMessage, rules: OriginRules, open: number): string | null {
  const { host, origin } = request.headers;
  if (!isOwnHost(host, rules)) return '421 Misdirected Request';
  if (!isOwnOrigin(origin, host, rules)) return '403 Forbidden';
  if (request.url !== '/rpc') return '404 Not Found';
  return open >= MAX_SOCKETS ? '503 Service Unavailable' : null;
}
