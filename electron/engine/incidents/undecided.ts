/** For which incidents this moment's facts decide nothing: they neither open nor close until something is known. */
import type { IncidentFacts } from './incident-facts.ts';
import type { Judgement } from './judge-devices.ts';
import { seesParts } from './part-incidents.ts';

/**
 * Answers for a key whether it is frozen. Everything is while the console is blind; a subject that flaps is, apart from the
 * flapping itself; and so is a fault that is open while its device is suspect or was never asked, or its link unknown.
 * A device that became unreachable keeps the incidents of its agent and links: nobody can see them end.
 */
export function undecidedKeys(
  openKeys: Iterable<string>,
  facts: IncidentFacts,
  judged: Judgement,
): (key: string) => boolean {
  if (judged.blind) return (key) => key !== 'monitor-blind';
  const open = new Set(openKeys);
  const undecided = new Set<string>();
  for (const device of facts.devices) {
    const state = judged.verdicts.get(device.id)?.state;
    const waits = state === 'suspect' || state === 'unknown';
    if (device.flapping || waits) undecided.add(`device-down:${device.id}`);
    if (waits || state === 'unreachable') undecided.add(`snmp-silent:${device.id}`);
  }
  // Nobody can see a part of a device that does not answer, nor say anything of one that the device does not show.
  for (const part of facts.parts) {
    if (part.health === 'unknown' || !seesParts({ judged }, part.deviceId)) undecided.add(part.key);
  }
  for (const link of facts.links) {
    if (link.flapping || link.state === 'unknown' || link.state === 'unreachable' || endSuspect(judged, link)) {
      undecided.add(`link-down:${link.id}`);
    }
  }
  return (key) => undecided.has(key) && (open.has(key) || isFlapping(facts, key));
}

const endSuspect = (judged: Judgement, link: { aDeviceId: number; bDeviceId: number }): boolean =>
  [link.aDeviceId, link.bDeviceId].some((id) => judged.verdicts.get(id)?.state === 'suspect');

function isFlapping(facts: IncidentFacts, key: string): boolean {
  const [kind, id] = key.split(':');
  if (kind === 'device-down') return facts.devices.some((device) => device.flapping && String(device.id) === id);
  return kind === 'link-down' && facts.links.some((link) => link.flapping && String(link.id) === id);
}
