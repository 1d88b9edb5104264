/** Rows of the device list: what a device is, joined with the newest of what was measured on it. */
import type { Device } from '../../shared/contract/devices.ts';
import type { DeviceLatest } from '../../shared/contract/series.ts';

export interface DeviceRow {
  readonly device: Device;
  readonly latest: DeviceLatest | undefined;
}

/** A device's row as long as neither the device nor what was measured changes: then its drawing need not change either. */
const rows = new WeakMap<Device, DeviceRow>();

export function deviceRows(
  devices: readonly Device[],
  latest: ReadonlyMap<number | string, DeviceLatest>,
): readonly DeviceRow[] {
  return devices.map((device) => {
    const newest = latest.get(device.id);
    const known = rows.get(device);
    if (known !== undefined && known.latest === newest) return known;
    const row = { device, latest: newest };
    rows.set(device, row);
    return row;
  });
}

/** "Cisco C9300-24P"; empty where neither is known. */
export const productOf = ({ vendor, model }: Device): string =>
  [vendor, model].filter((word) => word !== null).join(' ');

export const softwareOf = ({ os, osVersion }: Device): string =>
  [os, osVersion].filter((word) => word !== null).join(' ');

/** Why it is in its state, or what its polling lacks. */
export const troubleOf = ({ problem, stateBecause }: Device): string | null => problem ?? stateBecause;
