// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { topologyCsv } from '../../../../electron/cli/topology/csv.ts';
import { topologyDrawio } from '../../../../electron/cli/topology/drawio.ts';
import { topologyGraphml } from '../../../../electron/cli/topology/graphml.ts';
import { placeDevices } from '../../../../electron/cli/topology/place-devices.ts';
import { topologySvg } from '../../../../electron/cli/topology/svg.ts';
import { topologyText } from '../../../../electron/cli/topology/topology-text.ts';
import type { DocumentDevice, TopologyDocument } from '../../../../electron/cli/topology/topology-document.ts';

const hostile = '</text><script>alert(1)</script>"\'&\u0007\ud800';
const device = (id: number, more: Partial<DocumentDevice> = {}): DocumentDevice => ({
  id,
  name: `r${id}`,
  address: `10.0.0.${id}`,
  vendor: null,
  model: null,
  status: 'up',
  kind: 'router',
  site: null,
  managed: true,
  x: null,
  y: null,
  ...more,
});
const end = (one: DocumentDevice, port: string | null, ifIndex: number | null) => ({
  device: one.name,
  deviceId: one.id,
  address: one.address,
  interface: port,
  ifIndex,
});
const [r1, r2, r3] = [device(1, { name: hostile, x: 100, y: 50 }), device(2, { x: 300, y: 50 }), device(3)];
const topology: TopologyDocument = {
  devices: [r1, r2, r3],
  links: [
    {
      id: 7,
      a: end(r1, hostile, 3),
      b: end(r2, null, null),
      state: 'down',
      protocols: ['LLDP', 'CDP'],
      confidence: 'one-sided',
      speedBps: 1e9,
    },
  ],
};

function xml(text: string): Document {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.querySelector('script')).toBeNull();
  return parsed;
}

/** What XML cannot hold is left out, the rest is kept as text. */
const shown = '</text><script>alert(1)</script>"\'&\ufffd';

test('GraphML is well formed, its edges lead to its nodes, and device text stays text', () => {
  const graph = xml(topologyGraphml(topology));
  const ids = [...graph.querySelectorAll('node')].map((node) => node.id);
  expect(ids).toEqual(['d1', 'd2', 'd3']);
  const edge = graph.querySelector('edge');
  expect([edge?.getAttribute('source'), edge?.getAttribute('target')]).toEqual(['d1', 'd2']);
  expect(graph.querySelector('#d1 [key=node-name]')?.textContent).toBe(shown);
  expect(edge?.querySelector('[key=edge-bInterface]')).toBeNull();
});

test('draw.io has a box for each device where it stands on the map, and both ports on the link', () => {
  const drawing = xml(topologyDrawio(topology));
  const at = (id: string) => Number(drawing.querySelector(`#${id} > mxGeometry`)?.getAttribute('x'));
  expect(at('d2') - at('d1')).toBe(200);
  expect(drawing.querySelector('#l7')?.getAttribute('source')).toBe('d1');
  expect(drawing.querySelector('#l7a')?.getAttribute('value')).toBe(shown);
});

test('SVG shows every device in real text, with its state in words', () => {
  const drawing = xml(topologySvg(topology));
  const words = [...drawing.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toContain('r2');
  expect(words).toContain('10.0.0.2 · up');
  expect(drawing.querySelectorAll('line')).toHaveLength(1);
});

test('CSV quotes, keeps lonely devices, and no field is a formula', () => {
  const lines = topologyCsv({
    devices: [device(1, { name: '=HYPERLINK("x")' }), device(2)],
    links: [],
  }).split('\r\n');
  expect(lines[1]).toBe(`"'=HYPERLINK(""x"")",10.0.0.1,,,,,,,up,,`);
  expect(lines).toHaveLength(4);
  const linked = topologyCsv(topology).split('\r\n');
  expect(linked[2]).toContain('r3');
});

test('a table for people takes control characters out', () => {
  // oxlint-disable-next-line no-control-regex
  expect(topologyText(topology)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test('devices that nobody placed stand apart from each other and below the others', () => {
  const many = Array.from({ length: 50 }, (_, index) => device(index + 1));
  const { places, width, height } = placeDevices({ devices: many, links: [] });
  expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(50);
  for (const { x, y } of places.values()) expect(x < width && y < height).toBe(true);
  const mixed = placeDevices(topology).places;
  expect(mixed.get(3)?.y).toBeGreaterThan(mixed.get(1)?.y ?? Number.POSITIVE_INFINITY);
});
