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

/** One end of a connection. `bufferedBytes` tells how much is sent but not taken yet, where the transport knows. */
export interface Transport<In, Out> {
  send(frame: Out): void;
  onFrame(listener: (frame: In) => void): void;
  onClose(listener: () => void): void;
  bufferedBytes(): number;
  close(): void;
}
