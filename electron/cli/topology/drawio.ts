/** The topology as a draw.io diagram, with positions and with both ports on each link. */
import { placeDevices, type Place } from './place-devices.ts';
import { stateColours } from './state-colours.ts';
import type { DocumentDevice, DocumentLink, TopologyDocument } from './topology-document.ts';
import { xmlText } from './xml-text.ts';

const WIDTH = 130;
const HEIGHT = 44;

function deviceCell(device: DocumentDevice, { x, y }: Place): string {
  const style = `rounded=1;html=0;whiteSpace=wrap;fillColor=#FFFFFF;strokeWidth=2;strokeColor=${stateColours(device.status)};`;
  const label = `${device.name}\n${device.address}`;
  const geometry = `<mxGeometry x="${x - WIDTH / 2}" y="${y - HEIGHT / 2}" width="${WIDTH}" height="${HEIGHT}" as="geometry"/>`;
  return `<mxCell id="d${device.id}" value="${xmlText(label)}" style="${style}" vertex="1" parent="1">${geometry}</mxCell>`;
}

function portLabel(link: DocumentLink, side: 'a' | 'b'): string {
  const name = link[side].interface;
  if (name === null) return '';
  const style = 'edgeLabel;html=0;fontSize=9;resizable=0;points=[];';
  const at = side === 'a' ? -0.7 : 0.7;
  return `<mxCell id="l${link.id}${side}" value="${xmlText(name)}" style="${style}" vertex="1" connectable="0" parent="l${link.id}"><mxGeometry x="${at}" relative="1" as="geometry"/></mxCell>`;
}

function linkCells(link: DocumentLink): string {
  const dashed = link.confidence === 'confirmed' ? '' : 'dashed=1;';
  const style = `endArrow=none;html=0;strokeWidth=2;${dashed}strokeColor=${stateColours(link.state)};`;
  const cell = `<mxCell id="l${link.id}" style="${style}" edge="1" parent="1" source="d${link.a.deviceId}" target="d${link.b.deviceId}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
  return cell + portLabel(link, 'a') + portLabel(link, 'b');
}

export function topologyDrawio(topology: TopologyDocument): string {
  const { places } = placeDevices(topology);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Trunkline"><diagram id="topology" name="Topology"><mxGraphModel><root>',
    '<mxCell id="0"/><mxCell id="1" parent="0"/>',
    ...topology.links.map(linkCells),
    ...topology.devices.map((device) => deviceCell(device, places.get(device.id) ?? { x: 0, y: 0 })),
    '</root></mxGraphModel></diagram></mxfile>',
    '',
  ].join('\n');
}
