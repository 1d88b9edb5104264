/**
 * Runs what came from the engine once a frame, all together, so that however many topics change the page draws once.
 * A hidden page gets no animation frames, and its timers are slowed to one a minute; a message to itself is not slowed. There it
 * stands in, because titles and notifications still matter, and the engine sends no more than a few frames a second.
 */
let waiting: (() => void)[] = [];
const toItself = new MessageChannel();
toItself.port1.addEventListener('message', runAll);
toItself.port1.start();

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
    if (document.hidden) toItself.port2.postMessage(null);
    else requestAnimationFrame(runAll);
  });
}
