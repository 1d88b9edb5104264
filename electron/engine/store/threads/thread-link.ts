/** The engine's end of a thread: requests by name, answers as promises. Knows nothing of SQLite. */
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StoreOpenError } from '../store-open-error.ts';
import type { StoreOpenCode } from '../store-open-error.ts';
import type { Answer, Failure } from './protocol.ts';

/** An error of SQLite that came from a thread. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  /** SQLITE_FULL and so on; null when it was no error of SQLite. */
  readonly sqlite: string | null;

  constructor(message: string, sqlite: string | null) {
    super(message);
    this.sqlite = sqlite;
  }
}

const asError = (failure: Failure): Error =>
  failure.code === null
    ? new StoreFailure(failure.message, failure.sqlite)
    : new StoreOpenError(failure.code as StoreOpenCode, failure.message);

/** Where the thread's file lies: beside the source as .ts, or beside the bundle as .js. */
export function threadFile(name: string, moduleUrl: string): string {
  const here = fileURLToPath(moduleUrl);
  const extension = extname(here);
  return extension === '.ts' ? join(dirname(here), '..', `${name}.ts`) : join(dirname(here), `${name}${extension}`);
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type AnyCalls<C> = { readonly [K in keyof C]: (args: never) => unknown };

export class ThreadLink<C extends AnyCalls<C>> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onTrouble: (error: Error) => void;
  #nextId = 1;
  #ended: Error | null = null;

  /** `onTrouble` hears of what belongs to no request: the thread's death, failed work in the background. */
  constructor(name: string, onTrouble: (error: Error) => void) {
    this.#onTrouble = onTrouble;
    this.#worker = new Worker(threadFile(name, import.meta.url), { name, execArgv: [] });
    this.#worker.on('message', (answer: Answer) => this.#receive(answer));
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#end(null));
    // It keeps the process alive only as long as somebody waits for an answer.
    this.#worker.unref();
  }

  get outstanding(): number {
    return this.#waiting.size;
  }

  request<N extends keyof C>(name: N, args: Parameters<C[N]>[0]): Promise<ReturnType<C[N]>> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#nextId;
    this.#nextId += 1;
    this.#worker.ref();
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.postMessage({ id, name, args });
    return answer as Promise<ReturnType<C[N]>>;
  }

  async terminate(): Promise<void> {
    this.#ended ??= new Error('the network file is closed');
    await this.#worker.terminate();
  }

  #receive(answer: Answer): void {
    if (answer.id === null) return this.#onTrouble(asError(answer.failure));
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in answer) waiting?.reject(asError(answer.failure));
    else waiting?.resolve(answer.value);
  }

  #end(error: Error | null): void {
    const expected = this.#ended !== null;
    this.#ended ??= error ?? new Error('a thread of the network file ended unexpectedly');
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
    if (!expected) this.#onTrouble(this.#ended);
  }
}
