/** Puts the parts and VLANs of a device into the file, and says what was replaced since the last reading. */
import type { DevicePart, DeviceVlan, KeptHardware, KeptIdentityTold } from '../../../shared/contract/hardware.ts';
import type { HardwareReading, IdentityTold, PartReading, TableTold } from '../../../shared/model/hardware.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Network } from '../network/network.ts';
import { compareParts } from './compare-parts.ts';

type InterfaceOf = (ifIndex: number) => number | null;

const partOf = ({ ifIndex, ...part }: PartReading, interfaceOf: InterfaceOf): DevicePart => ({
  ...part,
  interfaceId: ifIndex === null ? null : interfaceOf(ifIndex),
});

/** Ports that are no interface we know are counted, not invented. */
const vlanOf = (
  { vlan, name, untagged, tagged, lost }: HardwareReading['vlans']['vlans'][number],
  interfaceOf: InterfaceOf,
): DeviceVlan => {
  const known = (ifIndexes: readonly number[]): number[] => ifIndexes.flatMap((ifIndex) => interfaceOf(ifIndex) ?? []);
  const [here, there] = [known(untagged), known(tagged)];
  const missing = untagged.length + tagged.length - here.length - there.length;
  return { vlan, name, untagged: here, tagged: there, lost: lost + missing };
};

/** A table that broke off, or was not asked, says nothing about what it held before. */
const isWhole = (tables: readonly TableTold[], name: string): boolean => {
  const table = tables.find((one) => one.name === name);
  return table !== undefined && table.state !== 'partial';
};

/** A vendor's table of parts that the device was asked for and that broke off. */
const isBroken = (tables: readonly TableTold[], name: string): boolean =>
  tables.some((one) => one.name === name && one.state === 'partial');

/** What is not told this time was told before, as the value itself is kept. */
const identityOf = (before: KeptIdentityTold | undefined, told: IdentityTold, atMs: number): KeptIdentityTold => ({
  ...before,
  ...Object.fromEntries(Object.entries(told).map(([field, one]) => [field, { ...one, atMs }])),
});

export function keepHardware(
  network: Network,
  deviceId: number,
  { hardware: reading, identityTold }: Pick<DeviceReading, 'hardware' | 'identityTold'>,
  atMs: number,
): void {
  const byIndex = new Map(network.interfaces.of(deviceId).map((row) => [row.ifIndex, row.id]));
  const interfaceOf: InterfaceOf = (ifIndex) => byIndex.get(ifIndex) ?? null;
  const before = network.hardware.get(deviceId)?.hardware;
  const partsWhole = isWhole(reading.tables, 'entPhysicalTable') && !isBroken(reading.tables, 'jnxContentsTable');
  const { vlans } = reading;
  const vlansWhole = vlans.tables.length > 0 && vlans.tables.every((table) => table.state !== 'partial');
  const parts =
    partsWhole || before === undefined ? reading.parts.map((part) => partOf(part, interfaceOf)) : before.parts;
  const now: KeptHardware = {
    identity: identityOf(before?.identity, identityTold, atMs),
    parts,
    ...(vlansWhole || before === undefined
      ? { vlans: vlans.vlans.map((vlan) => vlanOf(vlan, interfaceOf)), vlanSource: vlans.source }
      : { vlans: before.vlans, vlanSource: before.vlanSource }),
    tables: [...reading.tables, ...vlans.tables],
    notes: [...reading.notes],
  };
  if (before !== undefined)
    for (const text of compareParts(before.parts, parts))
      network.addEvent({ kind: 'hardware.changed', deviceId, text, atMs });
  network.hardware.put([{ id: deviceId, atMs, hardware: now }]);
}
