/**
 * The demo's stand-in for ICMP echo: a datagram to the device's own socket and one back. Real ICMP cannot be answered per
 * device on loopback. The answer carries the round trip that the simulated distance would take.
 */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

const ASK = Buffer.from('TLE?');
const ANSWER = Buffer.from('TLE!');
const NONCE_BYTES = 8;
const ASK_BYTES = ASK.length + NONCE_BYTES;
const ANSWER_BYTES = ANSWER.length + NONCE_BYTES + 8;

/** SNMP messages begin with a SEQUENCE tag, so the two cannot be mistaken for each other. */
export function isEcho(bytes: Uint8Array): boolean {
  return bytes.length === ASK_BYTES && ASK.equals(bytes.subarray(0, ASK.length));
}

export function answerEcho(asked: Uint8Array, rttMs: number): Buffer {
  const rtt = Buffer.alloc(8);
  rtt.writeDoubleBE(rttMs);
  return Buffer.concat([ANSWER, asked.subarray(ASK.length, ASK_BYTES), rtt]);
}

export interface EchoClient {
  /** Milliseconds of the simulated round trip; null when nothing came back within the time. */
  ask(port: number, withinMs: number): Promise<number | null>;
  close(): Promise<void>;
}

interface Waiting {
  readonly port: number;
  readonly settle: (rttMs: number | null) => void;
}

function readAnswer(bytes: Buffer): { nonce: string; rttMs: number } | null {
  if (bytes.length !== ANSWER_BYTES || !ANSWER.equals(bytes.subarray(0, ANSWER.length))) return null;
  const nonce = bytes.subarray(ANSWER.length, ANSWER.length + NONCE_BYTES).toString('hex');
  return { nonce, rttMs: bytes.readDoubleBE(ANSWER.length + NONCE_BYTES) };
}

/** One socket that asks all devices. */
export async function openEchoClient(): Promise<EchoClient> {
  const socket = createSocket('udp4');
  const waiting = new Map<string, Waiting>();
  socket.on('message', (bytes, from) => {
    const answer = readAnswer(bytes);
    const asked = answer && waiting.get(answer.nonce);
    if (answer && asked?.port === from.port) asked.settle(answer.rttMs);
  });
  // Windows reports an unreachable port as a socket error; the waiting time settles that question.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.bind(0, '127.0.0.1', resolve);
  });
  const ask = (port: number, withinMs: number): Promise<number | null> =>
    new Promise((resolve) => {
      const nonce = randomBytes(NONCE_BYTES);
      const key = nonce.toString('hex');
      const settle = (rttMs: number | null): void => {
        clearTimeout(timer);
        waiting.delete(key);
        resolve(rttMs);
      };
      const timer = setTimeout(settle, withinMs, null);
      waiting.set(key, { port, settle });
      socket.send(Buffer.concat([ASK, nonce]), port, '127.0.0.1', (error) => {
        if (error !== null) settle(null);
      });
    });
  const close = (): Promise<void> => {
    for (const { settle } of waiting.values()) settle(null);
    return new Promise((resolve) => {
      socket.close(resolve);
    });
  };
  return { ask, close };
}
