/** Links as CSV (RFC 4180), one a line; devices without a link have a line with an empty far end. */
import type { DocumentDevice, DocumentEnd, DocumentLink, TopologyDocument } from './topology-document.ts';

const HEAD = [
  'a_device',
  'a_address',
  'a_interface',
  'a_ifindex',
  'b_device',
  'b_address',
  'b_interface',
  'b_ifindex',
  'state',
  'confidence',
  'protocols',
];

/** Spreadsheets run what begins with = + - @ or a tab: such text gets an apostrophe, which they show as text. */
function field(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function endFields(end: DocumentEnd): (string | number | null)[] {
  return [end.device, end.address, end.interface, end.ifIndex];
}

function linkLine({ a, b, state, confidence, protocols }: DocumentLink): (string | number | null)[] {
  return [...endFields(a), ...endFields(b), state, confidence, protocols.join(' ')];
}

function lonelyLine(device: DocumentDevice): (string | number | null)[] {
  return [device.name, device.address, null, null, null, null, null, null, device.status, null, null];
}

export function topologyCsv(topology: TopologyDocument): string {
  const linked = new Set(topology.links.flatMap((link) => [link.a.deviceId, link.b.deviceId]));
  const lonely = topology.devices.filter((device) => !linked.has(device.id));
  const lines = [HEAD, ...topology.links.map(linkLine), ...lonely.map(lonelyLine)];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
