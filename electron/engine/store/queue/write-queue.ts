/**
 * The engine's end of writing. What is queued goes to the writer thread at most 50 ms later, all of it in one transaction
 * (group commit); while a commit is under way the next batch gathers. A batch is kept here until it is committed, and tried
 * again when it could not be: a full disk costs time, not data.
 */
import type { Log } from '../../../host/host.ts';
import { isDamage, isDiskFull } from '../sqlite-error.ts';
import type { Committed, Operation } from '../threads/protocol.ts';
import { StoreFailure } from '../threads/thread-link.ts';
import { PendingOperations, rowsOf } from './pending-operations.ts';

/** With the commit itself this keeps within 100 ms. */
const GATHER_MS = 50;
const ROWS_A_BATCH = 20_000;
/** About 180 MB of samples. Beyond it, on a disk that stays full, the oldest samples are given up, loudly. */
const MOST_ROWS = 2_000_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

export interface WriteQueueOptions {
  readonly log: Log;
  readonly commit: (operations: readonly Operation[]) => Promise<Committed>;
  readonly onFailure: (error: Error) => void;
}

interface Waiter {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const inWords = (error: unknown): Error => {
  const failure = error instanceof Error ? error : new Error(String(error));
  const code = failure instanceof StoreFailure ? failure.sqlite : null;
  if (isDiskFull(code)) {
    return new Error('The disk is full: nothing can be saved. Make room; what is waiting is kept and tried again.', {
      cause: failure,
    });
  }
  if (!isDamage(code))
    return new Error(`The network file cannot be written (${failure.message}). It is tried again.`, { cause: failure });
  return new Error(
    `The network file is damaged (${failure.message}). Close it, and restore a copy made by "trunkline backup".`,
    { cause: failure },
  );
};

export class WriteQueue {
  readonly pending = new PendingOperations();
  readonly #options: WriteQueueOptions;
  #waiters: Waiter[] = [];
  #batch: Operation[] = [];
  #batchSequence = 0;
  #queued = 0;
  #committed = 0;
  #sending = false;
  #timer: NodeJS.Timeout | null = null;
  #retryMs = FIRST_RETRY_MS;
  #failing: Error | null = null;
  #closed = false;
  lastCommitMs = 0;

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  /** Rows that are not committed yet. */
  get rows(): number {
    return this.pending.rows + this.#batch.reduce((sum, operation) => sum + rowsOf(operation), 0);
  }

  /** Why the last attempt failed; null when all is well. */
  get failing(): Error | null {
    return this.#failing;
  }

  /** To be called after each change of `pending`. */
  changed(): void {
    if (this.#closed) throw new Error('the network file is closed');
    this.#queued += 1;
    if (this.#timer === null && !this.#sending) this.#schedule(GATHER_MS);
    if (this.pending.rows > MOST_ROWS) this.#giveUpOldest();
  }

  /** Resolves when all that was queued before is committed. */
  flush(): Promise<void> {
    if (this.#committed >= this.#queued) return Promise.resolve();
    const sequence = this.#queued;
    const flushed = new Promise<void>((resolve, reject) => this.#waiters.push({ sequence, resolve, reject }));
    if (!this.#sending && this.#failing === null) void this.#send();
    return flushed;
  }

  /** Writes what is waiting, with one try; throws an error that says how much could not be written. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTimer();
    while (this.#committed < this.#queued) {
      if (this.#sending)
        await new Promise<void>((resolve, reject) => this.#waiters.push({ sequence: 0, resolve, reject })).catch(
          () => undefined,
        );
      else if (!(await this.#send())) break;
    }
    if (this.#committed >= this.#queued) return;
    const error = new Error(`${this.rows} rows could not be written before closing. ${this.#failing?.message ?? ''}`);
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
    throw error;
  }

  #schedule(delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#send();
    }, delayMs);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Sends one batch; true when it was committed. */
  async #send(): Promise<boolean> {
    this.#stopTimer();
    if (this.#sending) return false;
    this.#sending = true;
    if (this.#batch.length === 0) {
      this.#batch = this.pending.take(ROWS_A_BATCH);
      if (this.pending.rows === 0) this.#batchSequence = this.#queued;
    }
    try {
      this.#succeeded(await this.#options.commit(this.#batch));
      return true;
    } catch (error) {
      this.#failed(inWords(error));
      return false;
    } finally {
      this.#sending = false;
      this.#release();
      this.#continue();
    }
  }

  #succeeded(committed: Committed): void {
    if (this.#failing !== null) this.#options.log.info('the network file can be written again', { rows: this.rows });
    this.#failing = null;
    this.#retryMs = FIRST_RETRY_MS;
    this.#batch = [];
    this.#committed = Math.max(this.#committed, this.#batchSequence);
    this.lastCommitMs = committed.ms;
    this.#reportRefused(committed);
  }

  #failed(error: Error): void {
    const known = this.#failing?.message === error.message;
    this.#failing = error;
    if (known) return;
    this.#options.log.error(error.message, { rowsWaiting: this.rows });
    this.#options.onFailure(error);
  }

  #release(): void {
    const met = this.#waiters.filter((waiter) => waiter.sequence <= this.#committed);
    this.#waiters = this.#waiters.filter((waiter) => waiter.sequence > this.#committed);
    for (const waiter of met) waiter.resolve();
  }

  #continue(): void {
    if (this.#closed || this.#committed >= this.#queued) return;
    if (this.#failing === null) {
      this.#schedule(this.#waiters.length > 0 || this.#batchSequence < this.#queued ? 0 : GATHER_MS);
      return;
    }
    this.#schedule(this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #reportRefused({ refused, tooOld }: Committed): void {
    const { log, onFailure } = this.#options;
    if (tooOld > 0) log.warn('samples older than the retention were left out', { samples: tooOld });
    for (const { table, id, reason, orphan } of refused) {
      const words = `row ${id} of ${table} was refused: ${reason}`;
      if (orphan) log.warn(`${words}; what it belongs to has been removed`);
      else {
        log.error(words);
        onFailure(new Error(words));
      }
    }
  }

  #giveUpOldest(): void {
    const dropped = this.pending.dropOldestSamples(MOST_ROWS * 0.9);
    if (dropped === 0) return;
    const error = new Error(`${dropped} samples were given up: too much was waiting for a disk that stays full.`);
    this.#options.log.error(error.message, { rowsWaiting: this.rows });
    this.#options.onFailure(error);
  }
}
