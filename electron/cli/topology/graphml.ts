/** The topology as GraphML, for yEd, Gephi, NetworkX. */
import type { DocumentDevice, DocumentLink, TopologyDocument } from './topology-document.ts';
import { xmlText } from './xml-text.ts';

const NODE_KEYS = ['name', 'address', 'vendor', 'model', 'status', 'kind', 'site', 'x', 'y'] as const;
const EDGE_KEYS = ['aInterface', 'bInterface', 'state', 'confidence', 'protocols', 'speedBps'] as const;
const NUMBERS: readonly string[] = ['x', 'y', 'speedBps'];

function keyLine(kind: 'node' | 'edge', name: string): string {
  const type = NUMBERS.includes(name) ? 'double' : 'string';
  return `  <key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${type}"/>`;
}

/** What is unknown is left out, not written as empty. */
function data(kind: 'node' | 'edge', name: string, value: string | number | null): string[] {
  return value === null ? [] : [`<data key="${kind}-${name}">${xmlText(value)}</data>`];
}

function node(device: DocumentDevice): string {
  const parts = NODE_KEYS.flatMap((key) => data('node', key, device[key]));
  return `    <node id="d${device.id}">${parts.join('')}</node>`;
}

function edge(link: DocumentLink): string {
  const values = {
    aInterface: link.a.interface,
    bInterface: link.b.interface,
    state: link.state,
    confidence: link.confidence,
    protocols: link.protocols.join(' '),
    speedBps: link.speedBps,
  };
  const parts = EDGE_KEYS.flatMap((key) => data('edge', key, values[key]));
  return `    <edge id="l${link.id}" source="d${link.a.deviceId}" target="d${link.b.deviceId}">${parts.join('')}</edge>`;
}

export function topologyGraphml(topology: TopologyDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map((name) => keyLine('node', name)),
    ...EDGE_KEYS.map((name) => keyLine('edge', name)),
    '  <graph id="topology" edgedefault="undirected">',
    ...topology.devices.map(node),
    ...topology.links.map(edge),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
