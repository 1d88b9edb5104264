/** Calls that have no answer yet: waiting to be sent, or sent. Each is settled exactly once. */
import { CallError } from '../contract/errors.ts';
import { callErrorOf } from './describe-error.ts';
import type { CancelSignal } from './client-types.ts';
import type { ClientFrame, RpcClock, ServerFrame } from './frames.ts';

type CallFrame = Extract<ClientFrame, { type: 'call' }>;
type Send = (frame: ClientFrame) => void;

interface PendingCall {
  readonly frame: CallFrame;
  sent: boolean;
  resolve(value: unknown): void;
  reject(error: CallError): void;
}

export class PendingCalls {
  readonly #clock: RpcClock;
  readonly #queueForMs: number;
  readonly #pending = new Map<number, PendingCall>();

  constructor(clock: RpcClock, queueForMs: number) {
    this.#clock = clock;
    this.#queueForMs = queueForMs;
  }

  /** Sends at once where `send` is given, else keeps the call for `flush`. */
  add(frame: CallFrame, send: Send | null, signal: CancelSignal | undefined): Promise<unknown> {
    if (signal?.aborted === true) return Promise.reject(new CallError('cancelled', `${frame.name} was cancelled`));
    return new Promise((resolve, reject) => {
      const onAbort = () => call.reject(new CallError('cancelled', `${frame.name} was cancelled`));
      const cancelTimer = send === null ? this.#limitWait(frame) : null;
      const finish = () => {
        this.#pending.delete(frame.id);
        signal?.removeEventListener('abort', onAbort);
        cancelTimer?.();
      };
      const call: PendingCall = {
        frame,
        sent: send !== null,
        resolve: (value) => (finish(), resolve(value)),
        reject: (error) => (finish(), reject(error)),
      };
      this.#pending.set(frame.id, call);
      signal?.addEventListener('abort', onAbort);
      send?.(frame);
    });
  }

  #limitWait(frame: CallFrame): () => void {
    return this.#clock.after(this.#queueForMs, () => {
      const call = this.#pending.get(frame.id);
      if (!call || call.sent) return;
      call.reject(
        new CallError('unavailable', `${frame.name}: no connection to the engine for ${this.#queueForMs} ms`),
      );
    });
  }

  flush(send: Send): void {
    for (const call of this.#pending.values()) {
      if (call.sent) continue;
      call.sent = true;
      send(call.frame);
    }
  }

  settle(reply: Extract<ServerFrame, { type: 'reply' }>): void {
    const call = this.#pending.get(reply.id);
    if (reply.error) call?.reject(callErrorOf(reply.error));
    else call?.resolve(reply.value);
  }

  rejectSent(error: CallError): void {
    for (const call of this.#pending.values()) if (call.sent) call.reject(error);
  }

  rejectAll(error: CallError): void {
    for (const call of this.#pending.values()) call.reject(error);
  }
}
