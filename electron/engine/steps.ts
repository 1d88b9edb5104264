/**
 * Long work in small steps. Links of 5,000 devices take a third of a second to infer, and polls, pages and echoes would all
 * stand still meanwhile. So such long loops are generators that yield between any two of their turns: `finish`
 * runs one to its end, `inSlices` a few milliseconds at a time with everything else in between. What a step reads must not
 * change meanwhile, or be checked at the end: rows are replaced and never altered, so what was gathered stays what it was.
 */
export type Steps<T> = Generator<undefined, T>;

const SLICE_MS = 6;

export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Ends early, with null, once the signal is aborted. */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  while (!signal.aborted) {
    const untilMs = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < untilMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}
