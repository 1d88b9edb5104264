/** Rows of the device list: what a device is, joined with the newest of what was measured on it. */
import type { Device } from '../../shared/contract/devices.ts';
import type { DeviceLatest } from '../../shared/contract/series.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { stateNames } from '../ui/state-marks.ts';

export interface DeviceRow {
  readonly device: Device;
  readonly latest: DeviceLatest | undefined;
}

export function deviceRows(
  devices: readonly Device[],
  latest: ReadonlyMap<number | string, DeviceLatest>,
): readonly DeviceRow[] {
  return devices.map((device) => ({ device, latest: latest.get(device.id) }));
}

function searchText({ device }: DeviceRow): string {
  const { name, address, site, vendor, model, os, sysName, location, serial } = device;
  const words = [name, address, site, vendor, model, os, sysName, location, serial, deviceGlyphNames[device.kind]];
  return [...words, stateNames[device.state]].join(' ').toLowerCase();
}

/** Rows in which every word of the text occurs: "cisco down". */
export function filterRows(rows: readonly DeviceRow[], text: string): readonly DeviceRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const haystack = searchText(row);
    return words.every((word) => haystack.includes(word));
  });
}
