/** Rows of the device list: what a device is, joined with the newest of what was measured on it. */
import type { Device } from '../../shared/contract/devices.ts';
import type { DeviceLatest } from '../../shared/contract/series.ts';
import { parseFilter } from '../state/filter-terms.ts';
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

const DEVICE_FIELDS = ['state', 'kind', 'site', 'polled'] as const;

function fieldOf({ device }: DeviceRow, field: (typeof DEVICE_FIELDS)[number]): string {
  if (field === 'polled') return device.managed ? 'yes' : 'no';
  return device[field] ?? '';
}

/** Rows in which every word of the text occurs, "cisco down", and that have one of each field's values: "state:down". */
export function filterRows(rows: readonly DeviceRow[], text: string): readonly DeviceRow[] {
  const { fields, words } = parseFilter(text, DEVICE_FIELDS);
  if (words.length === 0 && fields.size === 0) return rows;
  const wanted = DEVICE_FIELDS.map((field) => ({ field, values: fields.get(field) }));
  return rows.filter((row) => {
    if (!wanted.every(({ field, values }) => values?.includes(fieldOf(row, field)) ?? true)) return false;
    const haystack = searchText(row);
    return words.every((word) => haystack.includes(word));
  });
}
