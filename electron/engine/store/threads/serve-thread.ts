/** A thread's end: runs the handler of each request and answers. Errors go back as words and codes. */
import { parentPort } from 'node:worker_threads';
import { sqliteCode } from '../sqlite-error.ts';
import { StoreOpenError } from '../store-open-error.ts';
import type { Answer, Failure, Request } from './protocol.ts';

type Handler = (args: never) => unknown;
export type Handlers<C extends { readonly [K in keyof C]: Handler }> = {
  readonly [K in keyof C]: (args: Parameters<C[K]>[0]) => ReturnType<C[K]> | Promise<ReturnType<C[K]>>;
};

const failureOf = (error: unknown): Failure => ({
  code: error instanceof StoreOpenError ? error.code : null,
  sqlite: sqliteCode(error),
  message: error instanceof Error ? error.message : String(error),
});

const send = (answer: Answer): void => parentPort?.postMessage(answer);

/** Tells the engine of trouble that belongs to no request. */
export function reportTrouble(error: unknown): void {
  send({ id: null, failure: failureOf(error) });
}

export function serveThread<C extends { readonly [K in keyof C]: Handler }>(handlers: Handlers<C>): void {
  const byName = new Map<string, (args: never) => unknown>(Object.entries(handlers));
  const answer = async ({ id, name, args }: Request): Promise<void> => {
    try {
      const handler = byName.get(name);
      if (handler === undefined) throw new Error(`no such request: ${name}`);
      send({ id, value: await handler(args as never) });
    } catch (error) {
      send({ id, failure: failureOf(error) });
    }
  };
  parentPort?.on('message', (request: Request) => void answer(request));
}
