/** Look-up tables over all devices: who has this chassis id, this MAC, this address, this name. */
import { normaliseMac } from '../../../shared/units/mac.ts';
import type { LocalLldpPort } from '../../../shared/model/reading.ts';
import type { AddressRow, DeviceRow, InterfaceRow } from '../store/rows.ts';
import { cleanText, hostName, identityMac } from './normalise.ts';
import type { Steps } from '../steps.ts';

/** A device with what is known of it for matching. */
export interface TopologyDevice {
  readonly row: DeviceRow;
  /** Its own lldpLocPortTable; empty when it was not read (yet). */
  readonly lldpPorts: readonly LocalLldpPort[];
  readonly interfaces: readonly InterfaceRow[];
  readonly addresses: readonly AddressRow[];
}

/** The device that has a key, or all that share it. A plain number for the usual case: there are as many keys as ports. */
export type Owners = ReadonlyMap<string, number | ReadonlySet<number>>;

export interface DeviceIndex {
  readonly chassis: Owners;
  readonly mac: Owners;
  readonly address: Owners;
  readonly serial: Owners;
  readonly fullName: Owners;
  readonly shortName: Owners;
}

/** "4:AA-BB-…" and "4:aabb.ccdd…" become one text: subtype and id, MACs in their one form. Null without an id. */
export function chassisKey(subtype: number | null, id: string | null): string | null {
  const text = cleanText(id);
  if (text === null) return null;
  const mac = subtype === 4 || subtype === null ? normaliseMac(text) : null;
  return mac === null ? `${subtype ?? 0}:${text.toLowerCase()}` : `4:${mac}`;
}

/** The chassis key of a device's row, whose `chassisId` is "subtype:id". */
export function ownChassisKey(row: DeviceRow): string | null {
  const match = /^(\d+):(.+)$/s.exec(row.chassisId ?? '');
  return match === null ? null : chassisKey(Number(match[1]), match[2] ?? null);
}

/**
 * `macs` are the only MACs that will be asked for: a network has twenty times as many ports as devices, and nearly all
 * neighbours are known by their chassis id already.
 */
export function* indexDevices(devices: readonly TopologyDevice[], macs: ReadonlySet<string>): Steps<DeviceIndex> {
  return {
    chassis: yield* owners(devices, (device) => [ownChassisKey(device.row)]),
    mac:
      macs.size === 0
        ? new Map()
        : yield* owners(devices, (device) => macsOf(device).filter((mac) => mac !== null && macs.has(mac))),
    address: yield* owners(devices, (device) =>
      [device.row.address, ...device.addresses.map((row) => row.address)].map(usable),
    ),
    serial: yield* owners(devices, (device) => [cleanText(device.row.serial)?.toUpperCase() ?? null]),
    fullName: yield* owners(devices, (device) => namesOf(device).map((name) => name.full)),
    shortName: yield* owners(devices, (device) => namesOf(device).map((name) => name.short)),
  };
}

/** Chassis ids that the devices report of themselves, for rows that can be settled without looking at ports. */
export const ownChassisKeys = (devices: readonly TopologyDevice[]): ReadonlySet<string> =>
  new Set(devices.map((device) => ownChassisKey(device.row)).filter((key) => key !== null));

function macsOf({ row, interfaces }: TopologyDevice): (string | null)[] {
  const chassis = ownChassisKey(row);
  const live = interfaces.filter((port) => port.removedAtMs === null);
  return [
    ...live.map((port) => identityMac(port.mac)),
    chassis?.startsWith('4:') ? identityMac(chassis.slice(2)) : null,
  ];
}

const namesOf = ({ row }: TopologyDevice) => [hostName(row.sysName)].filter((name) => name !== null);

const USELESS = new Set(['', '0.0.0.0', '127.0.0.1', '::', '::1']);

/** Addresses that many boxes have at once name nobody. */
export function usable(address: string | null): string | null {
  const text = cleanText(address)?.toLowerCase() ?? '';
  const useless = USELESS.has(text) || text.startsWith('fe80:') || text.startsWith('169.254.');
  return useless ? null : text;
}

function* owners(
  devices: readonly TopologyDevice[],
  keysOf: (device: TopologyDevice) => readonly (string | null)[],
): Steps<Owners> {
  const found = new Map<string, number | Set<number>>();
  for (const device of devices) {
    yield;
    const { id } = device.row;
    for (const key of keysOf(device)) {
      if (key === null || key === '') continue;
      const before = found.get(key);
      if (before === undefined) found.set(key, id);
      else if (typeof before !== 'number') before.add(id);
      else if (before !== id) found.set(key, new Set([before, id]));
    }
  }
  return found;
}
