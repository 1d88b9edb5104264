/** What the list of devices can be filtered by. */
import type { Device } from '../../shared/contract/devices.ts';
import type { FilterField, FilterSpec } from '../filter/filter-spec.ts';
import { deviceGlyphNames, type DeviceGlyph } from '../ui/device-glyphs.ts';
import { stateNames, type StateName } from '../ui/state-marks.ts';
import { troubleOf, type DeviceRow } from './device-rows.ts';

/** MACs of a device that the engine found for what is being searched, by device. */
export type FoundMacs = ReadonlyMap<number, readonly string[]>;

export const NO_MACS: FoundMacs = new Map();

const isState = (value: string): value is StateName => Object.hasOwn(stateNames, value);
const isKind = (value: string): value is DeviceGlyph => Object.hasOwn(deviceGlyphNames, value);

const text = (
  id: string,
  label: string,
  of: (device: Device) => string | null,
  more: Partial<FilterField<DeviceRow>> = {},
): FilterField<DeviceRow> => ({ id, label, kind: 'text', of: (row) => of(row.device), ...more });

const number = (id: string, label: string, hint: string, of: (row: DeviceRow) => number | null | undefined) =>
  ({ id, label, kind: 'number', hint, of: (row) => of(row) ?? null }) satisfies FilterField<DeviceRow>;

const FIELDS: readonly FilterField<DeviceRow>[] = [
  text('state', 'State', (device) => device.state, {
    offered: true,
    nameOf: (value) => (isState(value) ? stateNames[value] : value),
  }),
  text('kind', 'Kind', (device) => device.kind, {
    offered: true,
    nameOf: (value) => (isKind(value) ? deviceGlyphNames[value] : value),
  }),
  text('site', 'Site', (device) => device.site, { offered: true }),
  text('vendor', 'Vendor', (device) => device.vendor, { offered: true }),
  text('model', 'Model', (device) => device.model, { offered: true }),
  text('os', 'Software', (device) => [device.os, device.osVersion].filter((word) => word !== null).join(' ') || null, {
    offered: true,
  }),
  text('name', 'Name', (device) => device.name),
  text('address', 'Address', (device) => device.address),
  text('serial', 'Serial', (device) => device.serial),
  text('location', 'Location', (device) => device.location, { offered: true }),
  text('problem', 'Problem', troubleOf),
  text('polled', 'Polled', (device) => (device.managed ? 'yes' : 'no'), { offered: true, hint: 'yes or no' }),
  number('cpu', 'Processor', 'percent: cpu:>80', (row) => row.latest?.cpu),
  number('memory', 'Memory', 'percent: memory:>90', (row) => row.latest?.memory),
  number('loss', 'Loss', 'percent: loss:>0', (row) => row.latest?.loss),
  number('rtt', 'Answer time', 'milliseconds: rtt:>50', (row) => row.latest?.rttAvg),
];

const texts = new WeakMap<Device, string>();

/** What plain words are looked for in, made once for each version of a device. */
function textOf(device: Device): string {
  const known = texts.get(device);
  if (known !== undefined) return known;
  const { name, address, site, vendor, model, os, osVersion, sysName, location, serial, contact } = device;
  const kind = [deviceGlyphNames[device.kind], stateNames[device.state]];
  const made = [name, address, site, vendor, model, os, osVersion, sysName, location, serial, contact, ...kind]
    .filter((word) => word !== null)
    .join('\n')
    .toLowerCase();
  texts.set(device, made);
  return made;
}

/** With the MACs that were found: addresses of interfaces are not part of what the page knows of all devices. */
export function deviceFilter(macs: FoundMacs): FilterSpec<DeviceRow> {
  const mac: FilterField<DeviceRow> = {
    id: 'mac',
    label: 'MAC',
    kind: 'text',
    hint: 'of any interface',
    of: ({ device }) => macs.get(device.id) ?? null,
  };
  return {
    fields: [...FIELDS, mac],
    textOf: ({ device }) => {
      const own = macs.get(device.id);
      return own === undefined ? textOf(device) : `${textOf(device)}\n${own.join('\n').toLowerCase()}`;
    },
  };
}

/** Two octets with a mark between them, or six digits: less would fit any word. */
const MAC_PART = /^(?:[0-9a-f]{2}(?:[:-][0-9a-f]{1,2}){1,5}|[0-9a-f]{4}(?:\.[0-9a-f]{1,4}){1,2}|[0-9a-f]{6,12})$/i;

/** The piece of a filter that may be a part of a MAC; null where none is. */
export function macIn(filter: string): string | null {
  const pieces = filter.split(/\s+/).map((piece) => piece.replace(/^-?(?:mac:)?/i, ''));
  return pieces.find((piece) => MAC_PART.test(piece)) ?? null;
}
