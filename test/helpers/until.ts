import { setTimeout as wait } from 'node:timers/promises';

type Met<T> = Exclude<T, false | null | undefined | 0 | ''>;

export interface UntilOptions {
  /** Names the awaited thing in the error, e.g. 'r1 sees its neighbours'. */
  readonly what?: string | undefined;
  /** Default 10,000 ms. */
  readonly timeoutMs?: number | undefined;
  /** Pause between two looks; default 25 ms. */
  readonly everyMs?: number | undefined;
}

/**
 * Waits until the condition answers something truthy and returns that answer; the only way tests wait.
 * An answer of false, null, undefined, 0 or '' means "not yet"; so does a throw, whose error becomes the
 * `cause` if time runs out.
 */
export const until = async <T>(condition: () => T | Promise<T>, options: UntilOptions = {}): Promise<Met<T>> => {
  const { what = condition.toString(), timeoutMs = 10_000, everyMs = 25 } = options;
  const started = performance.now();
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer as Met<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() - started > timeoutMs) {
      throw new Error(`not reached after ${timeoutMs} ms: ${what}`, { cause: last });
    }
    await wait(everyMs);
  }
};
