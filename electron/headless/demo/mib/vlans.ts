/** VLANs: CISCO-VTP-MIB and CISCO-VLAN-MEMBERSHIP-MIB of Cisco's switches, Q-BRIDGE-MIB (RFC 4363) of the others. */
import { encodeInteger, encodeOctets } from '../ber/encode.ts';
import type { DemoDevice } from '../harbour/network-types.ts';
import { accessVlan, hasVlans, isTrunk, switchPorts, taggedVlans, vlansOf } from '../harbour/vlans.ts';
import { cell } from './device-view.ts';
import type { DeviceObject } from './device-view.ts';

const VTP_VLAN = '1.3.6.1.4.1.9.9.46.1.3.1.1';
const VTP_TRUNK = '1.3.6.1.4.1.9.9.46.1.6.1.1';
const MEMBERSHIP = '1.3.6.1.4.1.9.9.68.1.2.2.1';
const STATIC = '1.3.6.1.2.1.17.7.1.4.3.1';
const BRIDGE_PORT = '1.3.6.1.2.1.17.1.4.1';
const VTP_DOMAIN = 1;
const TRUNKING = 1;
const NOT_TRUNKING = 2;

/** A bit for each number, the highest of the first octet being `first`. */
export function bitmap(numbers: readonly number[], first: number, octets: number): Buffer {
  const bytes = Buffer.alloc(octets);
  for (const number of numbers) {
    const at = number - first;
    const octet = at >> 3;
    if (octet < octets) bytes[octet] = (bytes[octet] ?? 0) | (0x80 >> (at & 7));
  }
  return bytes;
}

function ciscoObjects(device: DemoDevice): DeviceObject[] {
  const trunkVlans = encodeOctets(bitmap([1, ...taggedVlans()], 0, 128));
  return [
    ...vlansOf(device).flatMap(({ vlan, name }) => [
      cell(`${VTP_VLAN}.2`, [VTP_DOMAIN, vlan], encodeInteger(1)),
      cell(`${VTP_VLAN}.3`, [VTP_DOMAIN, vlan], encodeInteger(1)),
      cell(`${VTP_VLAN}.4`, [VTP_DOMAIN, vlan], encodeOctets(name)),
    ]),
    ...switchPorts(device).flatMap((port, position) => [
      cell(`${VTP_TRUNK}.4`, [port.ifIndex], trunkVlans),
      cell(`${VTP_TRUNK}.5`, [port.ifIndex], encodeInteger(1)),
      cell(`${VTP_TRUNK}.14`, [port.ifIndex], encodeInteger(isTrunk(port) ? TRUNKING : NOT_TRUNKING)),
      cell(`${MEMBERSHIP}.2`, [port.ifIndex], encodeInteger(isTrunk(port) ? 1 : accessVlan(port, position))),
    ]),
  ];
}

function bridgeObjects(device: DemoDevice): DeviceObject[] {
  const ports = switchPorts(device).map((port, at) => ({ port, number: at + 1, access: accessVlan(port, at) }));
  const octets = Math.ceil(ports.length / 8);
  const list = (numbers: readonly number[]): Buffer => encodeOctets(bitmap(numbers, 1, octets));
  return [
    ...ports.map(({ port, number }) => cell(`${BRIDGE_PORT}.2`, [number], encodeInteger(port.ifIndex))),
    ...vlansOf(device).flatMap(({ vlan, name }) => {
      const trunks = ports.filter(({ port }) => isTrunk(port) && (vlan === 1 || taggedVlans().includes(vlan)));
      const access = ports.filter(({ port, access: own }) => !isTrunk(port) && own === vlan);
      const untagged = vlan === 1 ? [...trunks, ...access] : access;
      return [
        cell(`${STATIC}.1`, [vlan], encodeOctets(name)),
        cell(`${STATIC}.2`, [vlan], list([...trunks, ...access].map(({ number }) => number))),
        cell(`${STATIC}.4`, [vlan], list(untagged.map(({ number }) => number))),
      ];
    }),
  ];
}

export function vlanObjects(device: DemoDevice): DeviceObject[] {
  if (!hasVlans(device)) return [];
  return device.product.cisco ? ciscoObjects(device) : bridgeObjects(device);
}
