/** Which incidents the parts of devices deserve: fans, power supplies, optics, and whatever else has a limit. Pure. */
import { isFault } from '../../../shared/model/hardware.ts';
import type { DeviceFact, PartFact } from './incident-facts.ts';
import type { StepContext } from './step-context.ts';
import type { Wanted } from './wanted.ts';

/** What can be said of a device's parts: only while it answers. */
export const seesParts = (context: Pick<StepContext, 'judged'>, deviceId: number): boolean => {
  const state = context.judged.verdicts.get(deviceId)?.state;
  return state === 'up' || state === 'degraded';
};

export function wantedOfPart(context: StepContext, part: PartFact): Wanted[] {
  const device = context.byId.get(part.deviceId);
  if (device === undefined || device.maintenance || !isFault(part.health) || !seesParts(context, device.id)) return [];
  const { key, kind, severity, deviceId, interfaceId, sensorId, sinceMs, reasons } = part;
  const base = { key, kind, severity, deviceId, interfaceId, sensorId, sinceMs, reasons };
  return [{ ...base, title: `${device.name} ${part.title}`, linkId: null, site: device.site, affected: [] }];
}

/** The gravest fault of each device, which makes it degraded: the words for it, and since when. */
export function faultsByDevice(
  parts: readonly PartFact[],
  devices: ReadonlyMap<number, DeviceFact>,
): ReadonlyMap<number, { readonly because: string; readonly sinceMs: number }> {
  const faults = new Map<number, { because: string; sinceMs: number }>();
  for (const part of parts) {
    if (!isFault(part.health) || !devices.has(part.deviceId)) continue;
    const known = faults.get(part.deviceId);
    if (known === undefined) faults.set(part.deviceId, { because: part.title, sinceMs: part.sinceMs });
    else if (part.sinceMs < known.sinceMs) known.sinceMs = part.sinceMs;
  }
  return faults;
}
