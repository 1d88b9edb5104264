/** Caps how many questions are under way at once, over all devices. First come, first served. */
export interface RequestLimiter {
  /** Waits for a place; null if the signal ended the wait. Call the answer once, to give the place back. */
  acquire(signal: AbortSignal): Promise<(() => void) | null>;
  readonly active: number;
  readonly waiting: number;
  /** Takes effect as places come free. */
  setLimit(limit: number): void;
}

export const createRequestLimiter = (limit: number): RequestLimiter => {
  let cap = Math.max(1, limit);
  let active = 0;
  const queue = new Set<() => void>();
  const release = (): void => {
    active -= 1;
    admit();
  };
  const admit = (): void => {
    for (const start of queue) {
      if (active >= cap) return;
      queue.delete(start);
      start();
    }
  };
  const once = (): (() => void) => {
    active += 1;
    let held = true;
    return () => {
      if (held) release();
      held = false;
    };
  };
  const wait = (signal: AbortSignal): Promise<(() => void) | null> =>
    new Promise((resolve) => {
      const start = (): void => {
        signal.removeEventListener('abort', abort);
        resolve(once());
      };
      const abort = (): void => {
        queue.delete(start);
        resolve(null);
      };
      queue.add(start);
      signal.addEventListener('abort', abort, { once: true });
    });
  return {
    acquire: (signal) => {
      if (signal.aborted) return Promise.resolve(null);
      return active < cap ? Promise.resolve(once()) : wait(signal);
    },
    get active() {
      return active;
    },
    get waiting() {
      return queue.size;
    },
    setLimit: (next) => {
      cap = Math.max(1, next);
      admit();
    },
  };
};
