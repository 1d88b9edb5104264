/** Which incidents the parts of devices deserve: fans, power supplies, optics, and whatever else has a limit. Pure. */
import { isFault } from '../../../shared/model/hardware.ts';
import type { PartFact } from './incident-facts.ts';
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
