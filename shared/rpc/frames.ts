/**
 * What goes over the wire, both ways. JSON objects on a WebSocket, structured clones on a MessagePort.
 *
 * A subscription answers with an `event` of kind snapshot and `rev` n, then changes n+1, n+2 …; a hole makes the client
 * subscribe again. The client acknowledges (`ack`) what it has applied, so that the server can see a slow page, drop its
 * changes and send a new snapshot later: memory is bounded on both sides.
 */
import { z } from 'zod';
import { rpcError } from '../contract/errors.ts';

const requestId = z.int().nonnegative();

export const clientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), version: z.string().max(50), token: z.string().max(200).optional() }),
  z.strictObject({ type: z.literal('call'), id: requestId, name: z.string().max(100), args: z.unknown() }),
  z.strictObject({ type: z.literal('subscribe'), id: requestId, topic: z.string().max(100), args: z.unknown() }),
  z.strictObject({ type: z.literal('unsubscribe'), id: requestId }),
  z.strictObject({ type: z.literal('ack'), id: requestId, rev: z.int().nonnegative() }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

export const serverFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.string() }),
  /** The last frame before the server closes: wrong token, not our frames (trying again is useless), no hello in time. */
  z.object({ type: z.literal('refused'), error: rpcError }),
  /** Answers a call, or says with `error` that a subscription of this id failed. */
  z.object({ type: z.literal('reply'), id: requestId, value: z.unknown().optional(), error: rpcError.optional() }),
  z.object({
    type: z.literal('event'),
    /** Id of the subscription. */
    id: requestId,
    rev: z.int().nonnegative(),
    kind: z.enum(['snapshot', 'change']),
    upsert: z.array(z.unknown()),
    remove: z.array(z.union([z.number(), z.string()])),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;

/**
 * One end of a connection. What arrives is `unknown`: each side parses it. `bufferedBytes` tells how much is sent but not
 * taken yet, 0 where the transport cannot know. `onFrame` is called once, and nothing that came before it is lost.
 */
export interface Transport<Out> {
  send(frame: Out): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
  bufferedBytes(): number;
  close(): void;
}

/** The part of a clock that the protocol needs. */
export interface RpcClock {
  monotonic(): number;
  /** Calls back once after `delayMs`; returns what cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** Where the server and the client tell of trouble. Never a secret, never arguments. */
export interface RpcLog {
  warn(message: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(message: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
}
