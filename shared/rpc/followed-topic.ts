/** One topic that the client follows: checks the numbering, applies in order, acknowledges, and starts anew after a hole. */
import { CallError, type ErrorCode } from '../contract/errors.ts';
import type { ClientFrame, RpcClock, ServerFrame } from './frames.ts';

export interface AnyUpdate {
  readonly kind: 'snapshot' | 'change';
  // The contract's types are put on in client-types.ts.
  readonly upsert: readonly never[];
  readonly remove: readonly (number | string)[];
}

export interface FollowedTopicOptions {
  readonly clock: RpcClock;
  /** Gives a fresh id in place of the previous one. */
  takeId(previousId: number): number;
  send(frame: ClientFrame): void;
  onUpdate(update: AnyUpdate): void | Promise<void>;
  readonly onError: ((error: CallError) => void) | undefined;
}

/** Trouble that asking again cannot mend. */
const FINAL: readonly ErrorCode[] = ['bad-argument', 'not-found', 'not-allowed', 'unauthorised'];
const RETRY_AFTER_MS = 5_000;

export class FollowedTopic {
  readonly #topic: string;
  readonly #args: unknown;
  readonly #options: FollowedTopicOptions;
  /** Id of the running subscription; 0 while there is none. */
  #id = 0;
  #rev = 0;
  #hasSnapshot = false;
  #cancelRetry: (() => void) | null = null;
  #closed = false;

  constructor(topic: string, args: unknown, options: FollowedTopicOptions) {
    this.#topic = topic;
    this.#args = args;
    this.#options = options;
  }

  get id(): number {
    return this.#id;
  }

  /** Starts, or starts anew under a fresh id so that late frames of the old one are told apart. */
  subscribe(): void {
    if (this.#closed) return;
    this.#cancelRetry?.();
    this.#id = this.#options.takeId(this.#id);
    this.#hasSnapshot = false;
    this.#options.send({ type: 'subscribe', id: this.#id, topic: this.#topic, args: this.#args });
  }

  receive(frame: Extract<ServerFrame, { type: 'event' }>): void {
    if (this.#closed || frame.id !== this.#id) return;
    const isNext = frame.kind === 'snapshot' || (this.#hasSnapshot && frame.rev === this.#rev + 1);
    if (!isNext) {
      this.#options.send({ type: 'unsubscribe', id: this.#id });
      this.subscribe();
      return;
    }
    this.#hasSnapshot = true;
    this.#rev = frame.rev;
    void this.#apply(frame);
  }

  fail(error: CallError): void {
    if (this.#closed) return;
    this.#options.onError?.(error);
    if (FINAL.includes(error.code)) return;
    this.#cancelRetry = this.#options.clock.after(RETRY_AFTER_MS, () => this.subscribe());
  }

  disconnected(): void {
    this.#cancelRetry?.();
    this.#hasSnapshot = false;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelRetry?.();
    if (this.#id !== 0) this.#options.send({ type: 'unsubscribe', id: this.#id });
  }

  async #apply(frame: Extract<ServerFrame, { type: 'event' }>): Promise<void> {
    try {
      await this.#options.onUpdate({ kind: frame.kind, upsert: frame.upsert as never[], remove: frame.remove });
    } catch (error) {
      this.#options.onError?.(
        new CallError('internal', `could not apply an update of ${this.#topic}: ${String(error)}`),
      );
    }
    if (!this.#closed && frame.id === this.#id) {
      this.#options.send({ type: 'ack', id: frame.id, rev: frame.rev });
    }
  }
}
