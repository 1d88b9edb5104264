/**
 * Which network file is open. Another one means: end the engine, start it on that file, show it in the page. When it cannot be
 * opened, the one before is opened again and the person is told why. No import of Electron.
 */
export interface SessionParts {
  /** Ends the engine if one runs, and starts it on `current` of this session. */
  restart(): Promise<void>;
  /** The engine runs on the file: windows show it from the start. */
  onOpened(file: string | null): void;
  /** Says it to the person. */
  onRefused(message: string): void;
  /** Nothing is left that could be opened. */
  onLost(message: string): void;
}

export class NetworkSession {
  readonly #parts: SessionParts;
  #current: string | null;
  #before: { readonly file: string | null } | null = null;
  /** Opening is done one after the other: a second wish waits for the first. */
  #queue: Promise<void> = Promise.resolve();
  #settled: ((opened: boolean) => void) | null = null;

  constructor(first: string | null, parts: SessionParts) {
    this.#current = first;
    this.#parts = parts;
  }

  /** Null: the demo. */
  get current(): string | null {
    return this.#current;
  }

  /** True when the file is the open one in the end. */
  open(file: string): Promise<boolean> {
    const done = this.#queue.then(() => this.#open(file));
    this.#queue = done.then(() => undefined);
    return done;
  }

  async #open(file: string): Promise<boolean> {
    if (file === this.#current) return true;
    this.#before = { file: this.#current };
    this.#current = file;
    const settled = new Promise<boolean>((resolve) => {
      this.#settled = resolve;
    });
    await this.#parts.restart();
    return settled;
  }

  /** The engine says it is ready, at a start as after a crash. */
  engineReady(): void {
    const another = this.#before !== null;
    this.#before = null;
    if (another) this.#parts.onOpened(this.#current);
    this.#settled?.(true);
    this.#settled = null;
  }

  /** The engine says that it cannot open the file, and ends. */
  engineCannotStart(message: string): void {
    if (this.#before === null) {
      this.#parts.onLost(message);
      return;
    }
    this.#current = this.#before.file;
    this.#before = null;
    this.#parts.onRefused(message);
    this.#settled?.(false);
    this.#settled = null;
    void this.#parts.restart();
  }
}
