/** One device's reading as a summary for people. */
import type { DeviceReading, InterfaceReading } from '../../shared/model/reading.ts';

const NONE = '-';
const MOST_ROWS = 60;

/** Columns as wide as their longest cell; the last one is not padded. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
};

const section = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  if (rows.length === 0) return [];
  const left = rows.length - MOST_ROWS;
  const more = left > 0 ? [`  … and ${left} more (all of them with --json)`] : [];
  return ['', `${title} (${rows.length})`, ...table(head, rows.slice(0, MOST_ROWS)), ...more];
};

const UNITS = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'];

export const speedText = (bitsPerSecond: number | null): string => {
  if (bitsPerSecond === null) return NONE;
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bitsPerSecond)) / 3));
  return `${Number((bitsPerSecond / 1000 ** step).toFixed(2))} ${UNITS[step]}`;
};

const percentText = (percent: number | null): string => (percent === null ? NONE : `${percent} %`);

const uptimeText = (uptimeMs: number | null): string | null => {
  if (uptimeMs === null) return null;
  const minutes = Math.floor(uptimeMs / 60_000);
  return `${Math.floor(minutes / 1440)} d ${Math.floor(minutes / 60) % 24} h ${minutes % 60} min`;
};

const interfaceRow = (one: InterfaceReading): string[] => [
  String(one.ifIndex),
  one.name ?? one.description ?? NONE,
  one.adminStatus === 'down' ? 'off' : (one.operStatus ?? NONE),
  speedText(one.speedBps),
  one.type ?? NONE,
  one.mac ?? NONE,
  one.alias ?? '',
];

const facts = (reading: DeviceReading): string[] => {
  const { identity } = reading;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['Description', identity.sysDescr?.replaceAll(/\s+/g, ' ') ?? null],
    ['Vendor', identity.vendor],
    ['Model', identity.model],
    ['System', [identity.os, identity.osVersion].filter(Boolean).join(' ') || null],
    ['Serial', identity.serial],
    ['Object id', identity.sysObjectID],
    ['Location', reading.location],
    ['Contact', reading.contact],
    ['Up for', uptimeText(reading.uptimeMs)],
    ['Addresses', reading.addresses.map((one) => one.address).join(', ') || null],
  ];
  const told = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null);
  return told.map(([name, value]) => `  ${name.padEnd(12)} ${value}`);
};

export const describeReading = (reading: DeviceReading): string => {
  const { identity, stats } = reading;
  const lines = [
    identity.sysName ?? '(no name)',
    ...facts(reading),
    ...section(
      'Interfaces',
      ['index', 'name', 'state', 'speed', 'type', 'MAC', 'alias'],
      reading.interfaces.map(interfaceRow),
    ),
    ...section(
      'Neighbours',
      ['by', 'local port', 'neighbour', 'its port', 'its address'],
      reading.neighbours.map((one) => [
        one.protocol,
        one.localPort ?? NONE,
        one.remoteName ?? one.remoteChassisId ?? NONE,
        one.remotePort ?? NONE,
        one.remoteAddress ?? NONE,
      ]),
    ),
    ...section(
      'Processors',
      ['name', 'use'],
      reading.processors.map((one) => [one.name, percentText(one.percent)]),
    ),
    ...section(
      'Memory',
      ['name', 'use'],
      reading.memory.map((one) => [one.name, percentText(one.usedPercent)]),
    ),
    ...section(
      'Storage',
      ['name', 'use'],
      reading.storage.map((one) => [one.name, percentText(one.usedPercent)]),
    ),
    ...section(
      'Sensors',
      ['kind', 'name', 'value'],
      reading.sensors.map((one) => [
        one.kind,
        one.name,
        one.value === null ? NONE : `${one.value} ${one.unit ?? ''}`.trim(),
      ]),
    ),
    '',
    `${stats.requests} requests in ${(stats.durationMs / 1000).toFixed(2)} s`,
  ];
  return `${lines.join('\n')}\n`;
};
