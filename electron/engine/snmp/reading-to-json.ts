/** The document that `trunkline probe --json` prints. Its shape is a promise to scripts. */
import type { DeviceReading } from '../../../shared/model/reading.ts';

/** A number where JSON readers keep it exactly, else its decimal digits as text. */
const counter = (value: bigint | null): number | string | null => {
  if (value === null) return null;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
};

export const probeJson = (reading: DeviceReading) => ({
  identity: reading.identity,
  location: reading.location,
  contact: reading.contact,
  uptimeMs: reading.uptimeMs,
  interfaces: reading.interfaces.map((one) => ({
    ...one,
    inOctets: counter(one.inOctets),
    outOctets: counter(one.outOctets),
  })),
  addresses: reading.addresses,
  processors: reading.processors,
  memory: reading.memory,
  storage: reading.storage,
  sensors: reading.sensors,
  neighbours: reading.neighbours,
  lldp: reading.lldp,
  neighbourRuns: reading.neighbourRuns,
  stats: reading.stats,
  warnings: reading.warnings,
});
