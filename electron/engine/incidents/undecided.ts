/** For which incidents this moment's facts decide nothing: they neither open nor close until something is known. */
import type { IncidentFacts, LinkFact } from './incident-facts.ts';
import type { Judgement } from './judge-devices.ts';
import { seesParts } from './part-incidents.ts';

/**
 * Answers for a key whether it is frozen. Everything is while the console is blind; a subject that flaps is, apart from the
 * flapping itself; and so is a fault that is open while its device is suspect or was never asked, or its link unknown.
 * A link that broke while its device was away speaks for itself only when the device has been back for a while.
 * A device that became unreachable keeps the incidents of its agent and links: nobody can see them end.
 */
export function undecidedKeys(
  openKeys: Iterable<string>,
  facts: IncidentFacts,
  judged: Judgement,
  nowMs: number,
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
  const settling = new Set(
    facts.links.filter((link) => isSettling(facts, judged, link, nowMs)).map((link) => `link-down:${link.id}`),
  );
  return (key) => settling.has(key) || (undecided.has(key) && (open.has(key) || isFlapping(facts, key)));
}

/** Its ports come up after the device answers, and are read at their interval: by then a link that broke with it is back. */
const BOOT_MS = 30_000;

function isSettling(facts: IncidentFacts, judged: Judgement, link: LinkFact, nowMs: number): boolean {
  if (link.state !== 'down') return false;
  const settleMs = 2 * facts.counterIntervalMs + BOOT_MS;
  return [link.aDeviceId, link.bDeviceId].some((id) => {
    const { state, sinceMs } = judged.verdicts.get(id) ?? { state: 'unknown', sinceMs: null };
    const answers = state === 'up' || state === 'degraded';
    return answers && sinceMs !== null && sinceMs > link.sinceMs && nowMs - sinceMs < settleMs;
  });
}

const endSuspect = (judged: Judgement, link: { aDeviceId: number; bDeviceId: number }): boolean =>
  [link.aDeviceId, link.bDeviceId].some((id) => judged.verdicts.get(id)?.state === 'suspect');

function isFlapping(facts: IncidentFacts, key: string): boolean {
  const [kind, id] = key.split(':');
  if (kind === 'device-down') return facts.devices.some((device) => device.flapping && String(device.id) === id);
  return kind === 'link-down' && facts.links.some((link) => link.flapping && String(link.id) === id);
}
