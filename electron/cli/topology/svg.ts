/** The topology as an SVG drawing with real text, for documents. */
import { placeDevices, type Place } from './place-devices.ts';
import { stateColours } from './state-colours.ts';
import type { DocumentDevice, DocumentLink, TopologyDocument } from './topology-document.ts';
import { xmlText } from './xml-text.ts';

const WIDTH = 132;
const HEIGHT = 46;
/** How far from its device a port's name stands, along the link. */
const PORT_AT = 0.26;

function between(from: Place, to: Place, share: number): Place {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function text(place: Place, words: string, attributes: string): string {
  return `<text x="${place.x.toFixed(1)}" y="${place.y.toFixed(1)}" text-anchor="middle" ${attributes}>${xmlText(words)}</text>`;
}

function linkMarks(link: DocumentLink, a: Place, b: Place): string {
  const dashed = link.confidence === 'confirmed' ? '' : ' stroke-dasharray="6 4"';
  const title = `${link.a.device} ${link.a.interface ?? '?'} to ${link.b.device} ${link.b.interface ?? '?'}: ${link.state}, ${link.confidence}`;
  const line = `<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke="${stateColours(link.state)}" stroke-width="2"${dashed}/>`;
  const small = 'font-size="9" fill="#374151"';
  const ports = [
    link.a.interface === null ? '' : text(between(a, b, PORT_AT), link.a.interface, small),
    link.b.interface === null ? '' : text(between(b, a, PORT_AT), link.b.interface, small),
  ];
  return `<g><title>${xmlText(title)}</title>${line}${ports.join('')}</g>`;
}

function deviceMarks(device: DocumentDevice, at: Place): string {
  const box = `<rect x="${(at.x - WIDTH / 2).toFixed(1)}" y="${(at.y - HEIGHT / 2).toFixed(1)}" width="${WIDTH}" height="${HEIGHT}" rx="6" fill="#FFFFFF" stroke="${stateColours(device.status)}" stroke-width="2"/>`;
  const name = text(
    { x: at.x, y: at.y - 4 },
    shortened(device.name),
    'font-size="12" font-weight="600" fill="#111827"',
  );
  const state = device.managed ? device.status : 'not polled';
  const below = text({ x: at.x, y: at.y + 12 }, `${device.address} · ${state}`, 'font-size="9" fill="#4B5563"');
  return `<g><title>${xmlText(device.name)}</title>${box}${name}${below}</g>`;
}

const MOST_LETTERS = 19;
function shortened(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
}

export function topologySvg(topology: TopologyDocument): string {
  const { places, width, height } = placeDevices(topology);
  const at = (id: number): Place => places.get(id) ?? { x: 0, y: 0 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    ...topology.links.map((link) => linkMarks(link, at(link.a.deviceId), at(link.b.deviceId))),
    ...topology.devices.map((device) => deviceMarks(device, at(device.id))),
    '</svg>',
    '',
  ].join('\n');
}
