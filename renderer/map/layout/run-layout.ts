/** One layout from its request; what the worker runs. */
import { forceLayout } from './force-layout.ts';
import { keepPinned } from './keep-pinned.ts';
import { layeredLayout } from './layered-layout.ts';
import type { LayoutPlace, LayoutRequest } from './layout-types.ts';

/** Places of what is not pinned, rounded to whole pixels. */
export function runLayout(request: LayoutRequest): readonly LayoutPlace[] {
  const byRole = layeredLayout(request);
  const fresh = request.style === 'links' ? forceLayout(request, byRole) : byRole;
  return keepPinned(fresh, request.pinned).map(({ id, x, y }) => ({ id, x: Math.round(x), y: Math.round(y) }));
}
