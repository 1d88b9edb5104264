/**
 * One topic as one peer follows it.
 *
 * `snapshot`: a snapshot is being taken; changes are kept for after it. `live`: changes are collected and sent at most
 * every `frameEveryMs`. `stale`: the peer lags (it has not taken or not acknowledged what it got), so changes are dropped,
 * not kept; when it has caught up it gets a new snapshot. So memory is one value per key at most, whatever the peer does.
 */
import type { TopicSource } from '../contract/index.ts';
import { CoalescedChange, type Keyed } from './coalesced-change.ts';
import type { RpcClock, ServerFrame } from './frames.ts';

export interface StreamLimits {
  /** A topic sends at most one frame in this time. Default 250 ms. */
  readonly frameEveryMs: number;
  /** The first change after a calm waits only this long. Default 50 ms. */
  readonly firstFrameMs: number;
  /** Frames that a peer may leave unacknowledged before its changes are dropped. Default 8. */
  readonly maxUnacknowledged: number;
  /** Bytes that may wait in the transport before changes are dropped. Default 8 MiB. */
  readonly maxBufferedBytes: number;
}

export const STANDARD_LIMITS: StreamLimits = {
  frameEveryMs: 250,
  firstFrameMs: 50,
  maxUnacknowledged: 8,
  maxBufferedBytes: 8 * 1024 * 1024,
};

type EventFrame = Extract<ServerFrame, { type: 'event' }>;

export interface SubscriptionPeer {
  readonly clock: RpcClock;
  readonly limits: StreamLimits;
  send(frame: EventFrame): void;
  bufferedBytes(): number;
  /** The source failed: the subscription is over. */
  fail(error: unknown): void;
}

export class Subscription {
  readonly #id: number;
  readonly #source: TopicSource<Keyed>;
  readonly #peer: SubscriptionPeer;
  readonly #pending = new CoalescedChange();
  #state: 'snapshot' | 'live' | 'stale' | 'closed' = 'snapshot';
  #rev = 0;
  #acknowledged = 0;
  #lastSentMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | null = null;
  #stopSource: (() => void) | null = null;

  constructor(id: number, source: TopicSource<Keyed>, peer: SubscriptionPeer) {
    this.#id = id;
    this.#source = source;
    this.#peer = peer;
  }

  /** Keys waiting to be sent. */
  get pending(): number {
    return this.#pending.size;
  }

  async start(): Promise<void> {
    // Before the snapshot, so that nothing that happens while it is taken gets lost: a change twice does no harm.
    this.#stopSource = this.#source.subscribe((change) => {
      if (this.#state === 'stale' || this.#state === 'closed') return;
      this.#pending.add(change);
      if (this.#state === 'live') this.#schedule();
    });
    await this.#sendSnapshot();
  }

  acknowledge(rev: number): void {
    if (rev > this.#acknowledged && rev <= this.#rev) this.#acknowledged = rev;
    if (this.#state === 'stale') this.#recover();
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#stopSource?.();
    this.#pending.clear();
  }

  async #sendSnapshot(): Promise<void> {
    this.#state = 'snapshot';
    this.#pending.clear();
    try {
      const items = await this.#source.snapshot();
      if (this.#isClosed()) return;
      this.#send('snapshot', [...items], []);
      this.#state = 'live';
      if (!this.#pending.isEmpty) this.#schedule();
    } catch (error) {
      if (this.#isClosed()) return;
      this.close();
      this.#peer.fail(error);
    }
  }

  /** Asked anew after each wait: the subscription may have been closed meanwhile. */
  #isClosed(): boolean {
    return this.#state === 'closed';
  }

  #schedule(): void {
    if (this.#cancelTimer !== null || this.#pending.isEmpty) return;
    const { frameEveryMs, firstFrameMs } = this.#peer.limits;
    const sinceLastMs = this.#peer.clock.monotonic() - this.#lastSentMs;
    this.#wait(Math.max(firstFrameMs, frameEveryMs - sinceLastMs), () => this.#flush());
  }

  #flush(): void {
    if (this.#state !== 'live' || this.#pending.isEmpty) return;
    if (this.#lags()) {
      this.#state = 'stale';
      this.#pending.clear();
      this.#recover();
      return;
    }
    const { upsert, remove } = this.#pending.take();
    this.#send('change', upsert, remove);
  }

  #lags(): boolean {
    const { maxUnacknowledged, maxBufferedBytes } = this.#peer.limits;
    return this.#rev - this.#acknowledged >= maxUnacknowledged || this.#peer.bufferedBytes() > maxBufferedBytes;
  }

  /** Sends a new snapshot once all is acknowledged and taken; else looks again later. */
  #recover(): void {
    const caughtUp = this.#acknowledged === this.#rev && !this.#lags();
    if (caughtUp) {
      this.#cancelTimer?.();
      this.#cancelTimer = null;
      void this.#sendSnapshot();
      return;
    }
    if (this.#cancelTimer === null) this.#wait(this.#peer.limits.frameEveryMs, () => this.#recover());
  }

  #wait(delayMs: number, run: () => void): void {
    this.#cancelTimer = this.#peer.clock.after(delayMs, () => {
      this.#cancelTimer = null;
      if (this.#state !== 'closed') run();
    });
  }

  #send(kind: 'snapshot' | 'change', upsert: Keyed[], remove: (number | string)[]): void {
    this.#rev += 1;
    this.#lastSentMs = this.#peer.clock.monotonic();
    this.#peer.send({ type: 'event', id: this.#id, rev: this.#rev, kind, upsert, remove });
  }
}
