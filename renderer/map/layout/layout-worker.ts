/** The worker's end: one request in, its places out. A big map drops no frame meanwhile. */
import type { LayoutRequest } from './layout-types.ts';
import { runLayout } from './run-layout.ts';

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  self.postMessage(runLayout(event.data));
});
