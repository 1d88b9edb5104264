import { textTable } from './text-table.ts';
import type { DocumentEnd, TopologyDocument } from './topology-document.ts';

const endText = (end: DocumentEnd): string => `${end.device} ${end.interface ?? '?'}`;

/** Devices and links as two tables for people. */
export function topologyText(topology: TopologyDocument): string {
  const devices = topology.devices.map((device) => [
    device.name,
    device.address,
    device.vendor,
    device.model,
    device.managed ? device.status : 'not polled',
  ]);
  const links = topology.links.map((link) => [
    endText(link.a),
    endText(link.b),
    link.state,
    link.confidence,
    link.protocols.join(' '),
  ]);
  return [
    textTable(['DEVICE', 'ADDRESS', 'VENDOR', 'MODEL', 'STATE'], devices),
    textTable(['LINK FROM', 'TO', 'STATE', 'SURE', 'BY'], links),
  ].join('\n');
}
