/**
 * Which incidents links deserve. A broken link of a device that is down belongs to that device's incident, so a link speaks
 * for itself only when both its ends have answered after it broke; a trap tells of the link seconds before the echo tells
 * of the device.
 */
import type { DeviceFact, LinkFact } from './incident-facts.ts';
import type { Judgement } from './judge-devices.ts';
import { lastAnswerOf } from './reachability.ts';
import type { StepContext } from './step-context.ts';
import type { Wanted } from './wanted.ts';

export function wantedOfLink({ judged, byId, nowMs }: StepContext, link: LinkFact): Wanted[] {
  const ends = [byId.get(link.aDeviceId), byId.get(link.bDeviceId)];
  const [a] = ends;
  if (ends.some((end) => end?.maintenance === true)) return [];
  const base = {
    deviceId: a?.id ?? null,
    linkId: link.id,
    sensorId: null,
    interfaceId: link.aInterfaceId,
    site: a?.site ?? null,
    affected: [],
  };
  const wanted: Wanted[] = [];
  if (link.flapping) {
    wanted.push({
      ...base,
      key: `flapping:link:${link.id}`,
      kind: 'flapping',
      severity: 'minor',
      title: `${link.name} is flapping`,
      sinceMs: nowMs,
      reasons: [
        { atMs: nowMs, text: 'It goes down and up again and again (flap score above 30 %)', source: 'SNMP', weight: 3 },
      ],
    });
  }
  if (link.state === 'down' && ends.every((end) => end === undefined || answersSince(judged, end, link.sinceMs))) {
    const because = link.because ?? 'an end says so';
    wanted.push({
      ...base,
      key: `link-down:${link.id}`,
      kind: 'link-down',
      severity: 'major',
      title: `${link.name} is down`,
      sinceMs: link.sinceMs,
      reasons: [
        { atMs: link.sinceMs, text: `Both devices answer, but ${because}`, source: 'SNMP, ifOperStatus', weight: 4 },
      ],
    });
  }
  return wanted;
}

function answersSince(judged: Judgement, end: DeviceFact, sinceMs: number): boolean {
  if (!end.managed) return true;
  const state = judged.verdicts.get(end.id)?.state;
  return (state === 'up' || state === 'degraded') && (lastAnswerOf(end.reach) ?? 0) > sinceMs;
}
