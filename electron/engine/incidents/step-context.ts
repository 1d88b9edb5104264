/** One moment as the incident rules see it: the facts, what was judged of them, and look-ups that several rules share. */
import { cutSizes } from './cut-sizes.ts';
import type { DeviceFact, IncidentFacts, LinkFact } from './incident-facts.ts';
import type { Judgement } from './judge-devices.ts';

export interface StepContext {
  readonly facts: IncidentFacts;
  readonly judged: Judgement;
  readonly nowMs: number;
  readonly byId: ReadonlyMap<number, DeviceFact>;
  /** Links of a device that are down. */
  readonly brokenLinksOf: (deviceId: number) => readonly LinkFact[];
  /** How many devices lose their way when this one fails. Computed for all at the first question. */
  readonly cutOf: (deviceId: number) => number;
}

export function stepContext(facts: IncidentFacts, judged: Judgement, nowMs: number): StepContext {
  const broken = new Map<number, LinkFact[]>();
  for (const link of facts.links) {
    if (link.state !== 'down') continue;
    for (const id of [link.aDeviceId, link.bDeviceId]) broken.set(id, [...(broken.get(id) ?? []), link]);
  }
  let cuts: ReadonlyMap<number, number> | null = null;
  const findCuts = () => {
    const counted = new Set(facts.devices.filter((device) => device.managed).map((device) => device.id));
    return cutSizes(judged.graph, facts.vantages, counted);
  };
  return {
    facts,
    judged,
    nowMs,
    byId: new Map(facts.devices.map((device) => [device.id, device])),
    brokenLinksOf: (deviceId) => broken.get(deviceId) ?? [],
    cutOf: (deviceId) => (cuts ??= findCuts()).get(deviceId) ?? 0,
  };
}
