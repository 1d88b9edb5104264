/** Keeps what arrives until somebody listens, and tells of the end exactly once. Shared by the transports. */
export class Inbox {
  #waiting: unknown[] = [];
  #listener: ((frame: unknown) => void) | null = null;
  #closeListeners: (() => void)[] = [];
  #closed = false;

  deliver(frame: unknown): void {
    if (this.#closed) return;
    if (this.#listener === null) this.#waiting.push(frame);
    else this.#listener(frame);
  }

  onFrame(listener: (frame: unknown) => void): void {
    this.#listener = listener;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const frame of waiting) listener(frame);
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#closeListeners.push(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const listeners = this.#closeListeners;
    this.#closeListeners = [];
    for (const listener of listeners) listener();
  }
}
