/**
 * What becomes of an error that nobody caught. One lost promise must not end the polling of a whole network: it is logged, and
 * the process goes on. After an uncaught exception nobody knows what state things are in: it is logged, and the process is
 * told to end cleanly; it ends at once if another one comes, or if that takes too long.
 */
import type { Log } from './host.ts';

const END_WITHIN_MS = 10_000;

/** The part of `process` that this needs. */
export interface FallibleProcess {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(exitCode: number): void;
  exitCode?: number | string | null | undefined;
}

export interface LastResort {
  readonly log: Pick<Log, 'error'>;
  /** Ends cleanly: what is known is written, then the process exits. Left out: it exits at once. */
  readonly end?: (() => void) | undefined;
}

export function installLastResort(self: FallibleProcess, { log, end }: LastResort): void {
  let ending = false;
  self.on('unhandledRejection', (error) =>
    log.error('a fault of Trunkline: nobody waited for this', stackField(error)),
  );
  self.on('uncaughtException', (error) => {
    if (ending) return self.exit(1);
    ending = true;
    log.error('a fault of Trunkline: it ends', stackField(error));
    if (end === undefined) return self.exit(1);
    self.exitCode = 1;
    setTimeout(() => self.exit(1), END_WITHIN_MS).unref();
    end();
  });
}

const stackField = (error: unknown): { stack: string } => ({
  stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
