/** LLDP-MIB (IEEE 802.1AB-2005): what a device says of itself, and the neighbours on cables that carry now. */
import { TAG, encodeInteger, encodeOctets, encodeOid, encodeUnsigned32 } from '../ber/encode.ts';
import type { DemoDevice, DemoPort, HarbourNetwork } from '../harbour/network-types.ts';
import { lastChangeMs } from '../world/counters.ts';
import { isLinkUp } from '../world/world.ts';
import { cell, octetsOfAddress, scalar, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';
import { heardBy, portIdOf } from './neighbour-port.ts';
import type { Heard } from './neighbour-port.ts';

const LLDP = '1.0.8802.1.1.2.1';
const REMOTE = `${LLDP}.4.1.1`;
const REMOTE_ADDRESS = `${LLDP}.4.2.1`;
const LOCAL_PORT = `${LLDP}.3.7.1`;
const LOCAL_ADDRESS = `${LLDP}.3.8.1`;
const CHASSIS_BY_MAC = 4;
const IPV4 = 1;
const BY_IF_INDEX = 2;
const SPEAKS_ON = 6;

/** LldpSystemCapabilitiesMap is BITS: two octets in most agents. */
const capabilities = (first: number): Buffer => encodeOctets(Buffer.from([first, 0]));

/** A row that is there only while the cable carries. */
function whileUp(heard: Heard, value: Buffer): (view: DeviceView) => Buffer | null {
  return (view) => (isLinkUp(view.world, heard.link, view.atMs) ? value : null);
}

function localPorts(device: DemoDevice): DemoPort[] {
  return device.ports.filter((port) => port.type === SPEAKS_ON && port.use !== 'virtual');
}

function localObjects(device: DemoDevice): DeviceObject[] {
  const address = [IPV4, 4, ...octetsOfAddress(device.address)];
  const management = device.ports.find((port) => port.addresses.some((given) => given.address === device.address));
  return [
    scalar(`${LLDP}.3.1`, encodeInteger(CHASSIS_BY_MAC)),
    scalar(`${LLDP}.3.2`, encodeOctets(device.chassisMac)),
    scalar(`${LLDP}.3.3`, encodeOctets(device.name)),
    scalar(`${LLDP}.3.4`, encodeOctets(device.product.sysDescr)),
    scalar(`${LLDP}.3.5`, capabilities(device.product.capabilities)),
    scalar(`${LLDP}.3.6`, capabilities(device.product.capabilities)),
    ...localPorts(device).flatMap((port) => {
      const { subtype, id } = portIdOf(device, port);
      return [
        cell(`${LOCAL_PORT}.2`, [port.ifIndex], encodeInteger(subtype)),
        cell(`${LOCAL_PORT}.3`, [port.ifIndex], encodeOctets(id)),
        cell(`${LOCAL_PORT}.4`, [port.ifIndex], encodeOctets(port.description)),
      ];
    }),
    cell(`${LOCAL_ADDRESS}.3`, address, encodeInteger(5)),
    cell(`${LOCAL_ADDRESS}.4`, address, encodeInteger(BY_IF_INDEX)),
    cell(`${LOCAL_ADDRESS}.5`, address, encodeInteger(management?.ifIndex ?? 0)),
    cell(`${LOCAL_ADDRESS}.6`, address, encodeOid([0, 0])),
  ];
}

function insideRow(peer: NonNullable<Heard['peer']>): [number, Buffer][] {
  const { device, port } = peer;
  const { subtype, id } = portIdOf(device, port);
  return [
    [4, encodeInteger(CHASSIS_BY_MAC)],
    [5, encodeOctets(device.chassisMac)],
    [6, encodeInteger(subtype)],
    [7, encodeOctets(id)],
    [8, encodeOctets(port.description)],
    [9, encodeOctets(device.name)],
    [10, encodeOctets(device.product.sysDescr)],
    [11, capabilities(device.product.capabilities)],
    [12, capabilities(device.product.capabilities)],
  ];
}

function outsideRow(outside: NonNullable<Heard['link']['outside']>): [number, Buffer][] {
  return [
    [4, encodeInteger(CHASSIS_BY_MAC)],
    [5, encodeOctets(outside.mac)],
    [6, encodeInteger(5)],
    [7, encodeOctets(outside.port)],
    [8, encodeOctets(`customer Harbour Group, ${outside.description}`)],
    [9, encodeOctets(outside.name)],
    [10, encodeOctets(outside.description)],
    [11, capabilities(0x08)],
    [12, capabilities(0x08)],
  ];
}

function remoteObjects(heard: Heard, remoteIndex: number): DeviceObject[] {
  const row = [0, heard.localIfIndex, remoteIndex];
  const columns = heard.peer !== null ? insideRow(heard.peer) : outsideRow(requireOutside(heard));
  const cells = columns.map(([column, value]) => cell(`${REMOTE}.${column}`, row, whileUp(heard, value)));
  if (heard.peer === null) return cells;
  const { device, port } = heard.peer;
  const addressed = [...row, IPV4, 4, ...octetsOfAddress(device.address)];
  return [
    ...cells,
    cell(`${REMOTE_ADDRESS}.3`, addressed, whileUp(heard, encodeInteger(BY_IF_INDEX))),
    cell(`${REMOTE_ADDRESS}.4`, addressed, whileUp(heard, encodeInteger(port.ifIndex))),
    cell(`${REMOTE_ADDRESS}.5`, addressed, whileUp(heard, encodeOid([0, 0]))),
  ];
}

function requireOutside(heard: Heard): NonNullable<Heard['link']['outside']> {
  if (heard.link.outside === null) throw new Error(`demo link ${heard.link.id} leads nowhere`);
  return heard.link.outside;
}

/** lldpStatsRemTablesLastChangeTime: pollers re-read the table only when it moves. */
function lastChange(view: DeviceView, heard: readonly Heard[]): Buffer {
  const moments = heard.map(({ localIfIndex }) => {
    const port = view.device.ports.find((candidate) => candidate.ifIndex === localIfIndex);
    return port === undefined ? view.bootedAtMs : lastChangeMs(view.world, view.device, port, view.atMs);
  });
  return encodeUnsigned32(TAG.timeTicks, ticksOf(view, Math.max(view.bootedAtMs, ...moments)));
}

export function lldpObjects(device: DemoDevice, network: HarbourNetwork): DeviceObject[] {
  const heard = heardBy(network, device);
  return [
    scalar(`${LLDP}.2.1`, (view) => lastChange(view, heard)),
    ...localObjects(device),
    ...heard.flatMap((each, i) => remoteObjects(each, i + 1)),
  ];
}
