/** The document that `trunkline probe --json` prints. Its shape is a promise to scripts: these fields and no others. */
import type {
  DeviceReading,
  InterfaceReading,
  NeighbourReading,
  SensorReading,
  StorageReading,
} from '../../../shared/model/reading.ts';

/** A number where JSON readers keep it exactly, else its decimal digits as text. */
const counter = (value: bigint | null): number | string | null => {
  if (value === null) return null;
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
};

const interfaceJson = (one: InterfaceReading) => ({
  ifIndex: one.ifIndex,
  name: one.name,
  description: one.description,
  alias: one.alias,
  type: one.type,
  speedBps: one.speedBps,
  adminStatus: one.adminStatus,
  operStatus: one.operStatus,
  mac: one.mac,
  mtu: one.mtu,
  inOctets: counter(one.inOctets),
  outOctets: counter(one.outOctets),
});

const neighbourJson = (one: NeighbourReading) => ({
  protocol: one.protocol,
  localIfIndex: one.localIfIndex,
  localPort: one.localPort,
  remoteName: one.remoteName,
  remotePort: one.remotePort,
  remoteChassisId: one.remoteChassisId,
  remoteAddress: one.remoteAddress,
});

const storageJson = ({ name, usedPercent, totalBytes }: StorageReading) => ({ name, usedPercent, totalBytes });

const sensorJson = ({ kind, name, value, unit, status, oid }: SensorReading) => ({
  kind,
  name,
  value,
  unit,
  status,
  oid,
});

export const probeJson = (reading: DeviceReading) => ({
  identity: reading.identity,
  interfaces: reading.interfaces.map(interfaceJson),
  processors: reading.processors,
  memory: reading.memory,
  storage: reading.storage.map(storageJson),
  sensors: reading.sensors.map(sensorJson),
  neighbours: reading.neighbours.map(neighbourJson),
  stats: reading.stats,
  warnings: reading.warnings,
});
