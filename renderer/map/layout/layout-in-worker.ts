/** Asks for a layout in a worker that lives for this one question. */
import type { LayoutPlace, LayoutRequest } from './layout-types.ts';

/** Rejects when the worker fails or `signal` is aborted. */
export function layoutInWorker(request: LayoutRequest, signal: AbortSignal): Promise<readonly LayoutPlace[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const end = (finish: () => void): void => {
      worker.terminate();
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onAbort = (): void => end(() => reject(new Error('the layout was cancelled')));
    signal.addEventListener('abort', onAbort);
    worker.addEventListener('message', (event: MessageEvent<readonly LayoutPlace[]>) => end(() => resolve(event.data)));
    worker.addEventListener('error', (event) =>
      end(() => reject(new Error(`the layout of ${request.nodes.length} devices failed: ${event.message}`))),
    );
    worker.postMessage(request);
  });
}
