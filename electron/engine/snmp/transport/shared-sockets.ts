/**
 * The sockets of all sessions.
 *
 * A socket a session would mean thousands of file descriptors, and past the limit requests that never end. So sessions share a few
 * sockets (several, because the kernel's receive buffer of one holds only some twenty full answers), and answers find
 * their question by message id. An answer counts only if it comes from the very address and port that was asked.
 */
import type { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { SocketAddress } from 'node:net';
import { randomInt } from 'node:crypto';
import { peekMessageId } from '../wire/pdu.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly family: 'udp4' | 'udp6';
}

/** What a question hears while it waits. */
export interface Listener {
  readonly endpoint: Endpoint;
  message(bytes: Buffer): void;
  /** Something that is no SNMP came from the endpoint. */
  garbage(): void;
  /** The right message id from another address: ignored, but worth telling. */
  stranger(address: string): void;
  /** The socket broke. */
  broken(error: Error): void;
}

const SOCKETS_PER_FAMILY = 16;
const MAX_ID = 0x7fff_ffff;

class SharedSocket {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Listener>();
  readonly #forget: () => void;
  users = 0;

  constructor(family: Endpoint['family'], forget: () => void) {
    this.#forget = forget;
    // Targets are addresses, never names: answering at once saves a tick and a query a datagram.
    this.#socket = createSocket({
      type: family,
      lookup: (host, _options, callback) => callback(null, host, family === 'udp6' ? 6 : 4),
    });
    this.#socket.on('message', (bytes, from) => this.#receive(bytes, from));
    this.#socket.on('error', (error) => this.#break(error));
  }

  /** An id that nobody waits for. Random, so that an answer cannot be guessed (RFC 3414 section 11.1). */
  reserveId(): number {
    for (;;) {
      const id = randomInt(1, MAX_ID);
      if (!this.#waiting.has(id)) return id;
    }
  }

  listen(id: number, listener: Listener): () => void {
    this.#waiting.set(id, listener);
    return () => this.#waiting.delete(id);
  }

  send(bytes: Buffer, endpoint: Endpoint, refused: (error: Error) => void): void {
    this.#socket.send(bytes, endpoint.port, endpoint.host, (error) => {
      if (error) refused(error);
    });
  }

  release(): void {
    this.users -= 1;
    if (this.users > 0) return;
    this.#forget();
    this.#socket.close();
  }

  #receive(bytes: Buffer, from: { readonly address: string; readonly port: number }): void {
    const id = readId(bytes);
    const listener = id === null ? undefined : this.#waiting.get(id);
    if (listener && isFrom(listener.endpoint, from)) listener.message(bytes);
    else if (listener) listener.stranger(`${from.address} port ${from.port}`);
    else if (id === null) this.#tellGarbage(from);
  }

  #tellGarbage(from: { readonly address: string; readonly port: number }): void {
    for (const listener of this.#waiting.values()) if (isFrom(listener.endpoint, from)) listener.garbage();
  }

  #break(error: NodeJS.ErrnoException): void {
    // Windows tells of an ICMP port unreachable on the next read; the question's own connected socket learns it too.
    if (error.code === 'ECONNRESET') return;
    this.#forget();
    for (const listener of this.#waiting.values()) listener.broken(error);
  }
}

const isFrom = (endpoint: Endpoint, from: { readonly address: string; readonly port: number }): boolean =>
  from.port === endpoint.port && from.address === endpoint.host;

const readId = (bytes: Buffer): number | null => {
  try {
    return peekMessageId(bytes);
  } catch {
    return null; // not SNMP: that is the answer
  }
};

const pools = new Map<string, SharedSocket>();
let turn = 0;

/** A place on one of the shared sockets, until `release`. */
export const acquireSocket = (family: Endpoint['family']): SharedSocket => {
  const key = `${family} ${(turn = (turn + 1) % SOCKETS_PER_FAMILY)}`;
  const known = pools.get(key);
  const socket: SharedSocket =
    known ??
    new SharedSocket(family, () => {
      if (pools.get(key) === socket) pools.delete(key);
    });
  pools.set(key, socket);
  socket.users += 1;
  return socket;
};

export type { SharedSocket };

/** The address in the form in which the kernel names senders; null if it is none. */
export const parseEndpoint = (host: string, port: number): Endpoint | null => {
  const family = host.includes(':') ? 'ipv6' : 'ipv4';
  const [address = '', zone] = host.split('%');
  try {
    const canonical = new SocketAddress({ address, family, port }).address;
    return {
      host: zone === undefined ? canonical : `${canonical}%${zone}`,
      port,
      family: family === 'ipv6' ? 'udp6' : 'udp4',
    };
  } catch {
    return null; // not an address: the caller says so to the person
  }
};
