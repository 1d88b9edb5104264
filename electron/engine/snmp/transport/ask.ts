/**
 * One question to one endpoint: sent, repeated, and ended by an answer, an error, the last time-out or the signal.
 *
 * Rejects only if `decode` throws, which is a bug of ours: the one who asked fails then, and is told where, instead of the
 * socket's event ending the engine.
 */
import type { Buffer } from 'node:buffer';
import type { Clock } from '../../../host/host.ts';
import type { ConnectedSocket } from './connected-socket.ts';
import { openConnected } from './connected-socket.ts';
import type { Endpoint, SharedSocket } from './shared-sockets.ts';

export interface Question<T> {
  readonly socket: SharedSocket;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly messageId: number;
  readonly bytes: Buffer;
  /** Patience for the first try; each further one has twice as much. */
  readonly timeoutMs: number;
  readonly tries: number;
  readonly signal: AbortSignal;
  /** Null where the datagram is no answer to this question: the wait goes on. */
  readonly decode: (bytes: Buffer) => T | null;
}

export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T; readonly roundTripMs: number; readonly tries: number }
  | {
      readonly kind: 'silence';
      readonly waitedMs: number;
      readonly tries: number;
      readonly garbage: number;
      readonly stranger: string | null;
    }
  | { readonly kind: 'refused'; readonly error: NodeJS.ErrnoException; readonly waitedMs: number }
  | { readonly kind: 'cancelled'; readonly waitedMs: number };

export const ask = <T>(question: Question<T>): Promise<Answer<T>> =>
  new Promise((resolve, reject) => {
    const { socket, endpoint, clock, messageId, bytes, signal } = question;
    const startedMs = clock.monotonic();
    let lastSentMs = startedMs;
    let tries = 0;
    let garbage = 0;
    let stranger: string | null = null;
    let connected: ConnectedSocket | null = null;
    let stopTimer = (): void => {};
    const waited = (): number => clock.monotonic() - startedMs;
    const stop = (): void => {
      stopTimer();
      stopListening();
      connected?.close();
      signal.removeEventListener('abort', abort);
    };
    const end = (answer: Answer<T>): void => {
      stop();
      resolve(answer);
    };
    const abort = (): void => end({ kind: 'cancelled', waitedMs: waited() });
    const refused = (error: Error): void => end({ kind: 'refused', error, waitedMs: waited() });
    const accept = (value: T | null): void => {
      if (value === null) garbage += 1;
      else end({ kind: 'answer', value, roundTripMs: clock.monotonic() - lastSentMs, tries });
    };
    const message = (received: Buffer): void => {
      try {
        accept(question.decode(received));
      } catch (error) {
        stop();
        reject(new Error(`an answer of ${endpoint.host} port ${endpoint.port} broke the decoder`, { cause: error }));
      }
    };
    const attempt = (): void => {
      if (tries >= question.tries) return end({ kind: 'silence', waitedMs: waited(), tries, garbage, stranger });
      lastSentMs = clock.monotonic();
      stopTimer = clock.after(question.timeoutMs * 2 ** tries, attempt);
      tries += 1;
      if (tries === 1) return socket.send(bytes, endpoint, refused);
      connected ??= openConnected(endpoint, { message, refused });
      connected.send(bytes);
    };
    const stopListening = socket.listen(messageId, {
      endpoint,
      message,
      garbage: () => (garbage += 1),
      stranger: (address) => (stranger = address),
      broken: refused,
    });
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    attempt();
  });
