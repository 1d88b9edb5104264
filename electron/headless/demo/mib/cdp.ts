/** CISCO-CDP-MIB: Cisco's neighbours of Cisco's devices, on cables that carry now. */
import { encodeInteger, encodeOctets } from '../ber/encode.ts';
import type { DemoDevice, HarbourNetwork } from '../harbour/network-types.ts';
import { isLinkUp } from '../world/world.ts';
import { cell, octetsOfAddress, scalar } from './device-view.ts';
import type { DeviceObject } from './device-view.ts';
import { heardBy } from './neighbour-port.ts';

const CDP = '1.3.6.1.4.1.9.9.23.1';
const CACHE = `${CDP}.2.1.1`;

const deviceId = (device: DemoDevice): string => `${device.name}.harbour.net`;

/** Router 0x01, switch 0x08, IGMP 0x20: a four-octet mask. */
function capabilities(device: DemoDevice): Buffer {
  const routes = (device.product.capabilities & 0x08) !== 0;
  const switches = (device.product.capabilities & 0x20) !== 0;
  return Buffer.from([0, 0, 0, (routes ? 0x01 : 0) | (switches ? 0x28 : 0)]);
}

export function cdpObjects(device: DemoDevice, network: HarbourNetwork): DeviceObject[] {
  if (!device.product.cisco) return [];
  const rows = heardBy(network, device).flatMap(({ link, localIfIndex, peer }, i) => {
    if (peer === null || !peer.device.product.cisco) return [];
    const columns: [number, Buffer][] = [
      [3, encodeInteger(1)],
      [4, encodeOctets(Buffer.from(octetsOfAddress(peer.device.address)))],
      [5, encodeOctets(peer.device.product.sysDescr)],
      [6, encodeOctets(deviceId(peer.device))],
      [7, encodeOctets(peer.port.description)],
      [8, encodeOctets(`cisco ${peer.device.product.model}`)],
      [9, encodeOctets(capabilities(peer.device))],
      [12, encodeInteger(3)],
    ];
    return columns.map(([column, value]) =>
      cell(`${CACHE}.${column}`, [localIfIndex, i + 1], (view) =>
        isLinkUp(view.world, link, view.atMs) ? value : null,
      ),
    );
  });
  return [scalar(`${CDP}.3.1`, encodeInteger(1)), scalar(`${CDP}.3.4`, encodeOctets(deviceId(device))), ...rows];
}
