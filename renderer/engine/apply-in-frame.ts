/**
 * Runs what came from the engine once a frame, all together, so that however many topics change the page draws once.
 * A hidden page gets no animation frames; there a timer stands in, because titles and notifications still matter.
 */
const HIDDEN_EVERY_MS = 250;

let waiting: (() => void)[] = [];

function runAll(): void {
  const batch = waiting;
  waiting = [];
  for (const run of batch) run();
}

/** Resolves when `run` has run: the engine is told then, and sends no more than the page can show. */
export function applyInFrame(run: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push(() => {
      try {
        run();
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    if (waiting.length > 1) return;
    if (document.hidden) setTimeout(runAll, HIDDEN_EVERY_MS);
    else requestAnimationFrame(runAll);
  });
}
