/** Which devices a part makes degraded. Pure. */
import { isFault } from '../../../shared/model/hardware.ts';
import type { DeviceFact, PartFact } from './incident-facts.ts';

/** The fault of each device that lasts longest: its words, and since when. */
export function faultsByDevice(
  parts: readonly PartFact[],
  devices: ReadonlyMap<number, DeviceFact>,
): ReadonlyMap<number, { readonly because: string; readonly sinceMs: number }> {
  const faults = new Map<number, { because: string; sinceMs: number }>();
  for (const part of parts) {
    if (!isFault(part.health) || !devices.has(part.deviceId)) continue;
    const known = faults.get(part.deviceId);
    if (known !== undefined && known.sinceMs <= part.sinceMs) continue;
    faults.set(part.deviceId, { because: part.title, sinceMs: part.sinceMs });
  }
  return faults;
}
