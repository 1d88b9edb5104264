/** How a product names its ports to others, and which cables an agent hears. */
import type { DemoDevice, DemoLink, DemoPort, HarbourNetwork } from '../harbour/network-types.ts';

/** IEEE 802.1AB lldpPortIdSubtype. */
const SUBTYPE = { mac: 3, interfaceName: 5, local: 7 } as const;

export interface PortId {
  readonly subtype: number;
  readonly id: Buffer;
}

export function portIdOf(device: DemoDevice, port: DemoPort): PortId {
  switch (device.product.portIdStyle) {
    case 'mac':
      return { subtype: SUBTYPE.mac, id: port.mac };
    case 'if-index':
      return { subtype: SUBTYPE.local, id: Buffer.from(String(port.ifIndex)) };
    case 'long-name':
      return { subtype: SUBTYPE.interfaceName, id: Buffer.from(port.description) };
    case 'short-name':
      return { subtype: SUBTYPE.interfaceName, id: Buffer.from(port.name) };
  }
}

/** A cable as one end hears it. */
export interface Heard {
  readonly link: DemoLink;
  readonly localIfIndex: number;
  /** Null for what is outside the network. */
  readonly peer: { readonly device: DemoDevice; readonly port: DemoPort } | null;
}

function peerAt(network: HarbourNetwork, name: string, ifIndex: number): Heard['peer'] {
  const device = network.devices.get(name);
  const port = device?.ports.find((candidate) => candidate.ifIndex === ifIndex);
  return device !== undefined && port !== undefined ? { device, port } : null;
}

/** Every cable that the device hears when it is up, in the order of the cabling plan. */
export function heardBy(network: HarbourNetwork, device: DemoDevice): Heard[] {
  return network.links.flatMap((link): Heard[] => {
    const { a, b } = link;
    if (a.device === device.name) {
      return [{ link, localIfIndex: a.ifIndex, peer: b === null ? null : peerAt(network, b.device, b.ifIndex) }];
    }
    if (b?.device !== device.name || link.heardBy === 'a') return [];
    return [{ link, localIfIndex: b.ifIndex, peer: peerAt(network, a.device, a.ifIndex) }];
  });
}
