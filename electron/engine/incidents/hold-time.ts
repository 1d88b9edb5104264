/** How long a fault must last before it opens an incident. Pure. */
import type { IncidentFacts } from './incident-facts.ts';
import type { Wanted } from './wanted.ts';

/** Faults that may pass by themselves. The others are facts at once. */
const HELD: ReadonlySet<Wanted['kind']> = new Set([
  'device-down',
  'snmp-silent',
  'link-down',
  'fan-failed',
  'supply-failed',
  'optic-fault',
  'sensor-fault',
]);

/**
 * A device whose only way flaps falls silent with each turn: the flapping is the incident, and not each silence after it. One
 * that stays silent for so long is down for itself.
 */
const FLAP_PATIENCE_MS = 60_000;

function hangsOnFlapping({ links }: IncidentFacts, deviceId: number): boolean {
  const own = links.filter(({ aDeviceId, bDeviceId }) => aDeviceId === deviceId || bDeviceId === deviceId);
  return own.length > 0 && own.every((link) => link.flapping);
}

export function holdTimeMs({ kind, deviceId }: Pick<Wanted, 'kind' | 'deviceId'>, facts: IncidentFacts): number {
  if (!HELD.has(kind)) return 0;
  const waits = kind === 'device-down' && deviceId !== null && hangsOnFlapping(facts, deviceId);
  return waits ? Math.max(facts.holdDownMs, FLAP_PATIENCE_MS) : facts.holdDownMs;
}
