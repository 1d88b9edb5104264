/** One device's UDP socket on loopback: answers SNMP and echo, or keeps silent as a dead device would. */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { answerRequest } from './answer-request.ts';
import { answerEcho, isEcho } from './echo.ts';
import type { ObjectIndex } from './object-index.ts';
import { decodeRequest, encodeAnswer } from './snmp-message.ts';

/** What stands behind a socket; asked anew for each datagram. */
export interface AgentBehaviour<View> {
  readonly community: string;
  /** Whether the agent answers SNMP now. */
  answers(): boolean;
  /** Round trip of an echo now; null: unreachable. */
  echoRttMs(): number | null;
  index(): ObjectIndex<View>;
  view(): View;
}

export interface Agent {
  /** On 127.0.0.1, chosen by the system. */
  readonly port: number;
  close(): Promise<void>;
}

/** Pure but for the behaviour: what goes back for a datagram; null for silence. */
export function replyTo<View>(bytes: Uint8Array, behaviour: AgentBehaviour<View>): Buffer | null {
  if (isEcho(bytes)) {
    const rttMs = behaviour.echoRttMs();
    return rttMs === null ? null : answerEcho(bytes, rttMs);
  }
  const request = decodeRequest(bytes);
  // A wrong community is answered by silence, as real agents do.
  if (request === null || request.community !== behaviour.community || !behaviour.answers()) return null;
  return encodeAnswer(request, answerRequest(request, behaviour.index(), behaviour.view()));
}

function bindLoopback(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      socket.off('error', reject);
      resolve(socket.address().port);
    });
  });
}

/** Rejects when no UDP port on 127.0.0.1 can be had. */
export async function openAgent<View>(behaviour: AgentBehaviour<View>): Promise<Agent> {
  const socket = createSocket('udp4');
  const port = await bindLoopback(socket);
  // Windows reports that an asker has gone as an error of this socket; the next asker is not concerned.
  socket.on('error', () => undefined);
  socket.on('message', (bytes, from) => {
    const reply = replyTo(bytes, behaviour);
    if (reply !== null) socket.send(reply, from.port, from.address, () => undefined);
  });
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        socket.close(resolve);
      }),
  };
}
