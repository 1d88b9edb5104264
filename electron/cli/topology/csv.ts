/** Links as CSV (RFC 4180), one a line; devices without a link have a line with an empty far end. */
import { toCsv } from '../../../shared/units/csv.ts';
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
  return toCsv([HEAD, ...topology.links.map(linkLine), ...lonely.map(lonelyLine)]);
}
