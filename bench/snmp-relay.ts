/**
 * Stands between a program and an SNMP agent and counts what passes: the only count that is the same for every program. It can hold
 * each datagram back, as a network does; on the loopback alone a request would cost next to nothing.
 */
import type { Buffer } from 'node:buffer';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers';

export interface Traffic {
  /** Requests, repeated ones too. */
  readonly pdus: number;
  /** Of UDP's payload, both ways. */
  readonly octets: number;
}

export interface SnmpRelay extends AsyncDisposable {
  readonly port: number;
  /** What has passed since it was asked last. */
  take(): Traffic;
}

const listen = async (address: string): Promise<Socket> => {
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  return socket;
};

/** Listens on an address and passes on to the agent there; `roundTripMs` is added to each answer's way. */
export const startRelay = async (agent: { address: string; port: number }, roundTripMs: number): Promise<SnmpRelay> => {
  const front = await listen(agent.address);
  /** One socket an asker, so that answers find their way back. */
  const backs = new Map<string, Promise<Socket>>();
  let seen = { pdus: 0, octets: 0 };
  const openBack = async (asker: RemoteInfo): Promise<Socket> => {
    const back = await listen('127.0.0.1');
    back.on('message', (bytes: Buffer) => {
      seen.octets += bytes.length;
      if (roundTripMs === 0) front.send(bytes, asker.port, asker.address);
      else after(() => front.send(bytes, asker.port, asker.address), roundTripMs);
    });
    return back;
  };
  front.on('message', (bytes: Buffer, asker: RemoteInfo) => {
    seen = { pdus: seen.pdus + 1, octets: seen.octets + bytes.length };
    const key = `${asker.address} ${asker.port}`;
    const back = backs.get(key) ?? openBack(asker);
    backs.set(key, back);
    void back.then((socket) => socket.send(bytes, agent.port, agent.address));
  });
  return {
    port: front.address().port,
    take: () => {
      const taken = seen;
      seen = { pdus: 0, octets: 0 };
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      front.close();
      for (const back of backs.values()) (await back).close();
    },
  };
};
