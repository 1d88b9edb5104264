/** Which event the moment shown by the time bar belongs to: the last one that had happened by then. Pure. */
import type { NetworkEvent } from '../../shared/contract/incidents.ts';

export function eventAt(events: readonly NetworkEvent[], atMs: number | null): number | null {
  if (atMs === null) return null;
  let last: NetworkEvent | null = null;
  for (const event of events) if (event.atMs <= atMs && (last === null || event.atMs > last.atMs)) last = event;
  return last?.id ?? null;
}
