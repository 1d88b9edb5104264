/** VLANs of the demo: which there are, and which each port carries. Pure. */
import type { DemoDevice, DemoPort } from './network-types.ts';

export interface DemoVlan {
  readonly vlan: number;
  readonly name: string;
}

const VLANS: readonly DemoVlan[] = [
  { vlan: 1, name: 'default' },
  { vlan: 10, name: 'management' },
  { vlan: 20, name: 'staff' },
  { vlan: 30, name: 'voice' },
  { vlan: 40, name: 'printers' },
  { vlan: 50, name: 'cameras' },
  { vlan: 60, name: 'guests' },
  { vlan: 99, name: 'parking' },
];

const SWITCHES: ReadonlySet<string> = new Set(['distribution', 'access', 'wireless', 'access-point']);
const ETHERNET = 6;
const PARKING = 99;

export const hasVlans = (device: DemoDevice): boolean => SWITCHES.has(device.product.role);

export const vlansOf = (device: DemoDevice): readonly DemoVlan[] => (hasVlans(device) ? VLANS : []);

/** Ports that a frame can come in by. */
export const switchPorts = (device: DemoDevice): readonly DemoPort[] =>
  device.ports.filter((port) => port.type === ETHERNET);

export const isTrunk = (port: DemoPort): boolean => port.use === 'link';

/** Of every twelve desks one has a printer and one a camera, and every fourth a telephone alone. */
export const accessVlan = (port: DemoPort, position: number): number => {
  if (port.use === 'spare' && !port.adminUp) return PARKING;
  if (position % 12 === 5) return 40;
  if (position % 12 === 9) return 50;
  return position % 4 === 3 ? 30 : 20;
};

/** What a trunk carries with a tag; the first of all goes without. */
export const taggedVlans = (): readonly number[] =>
  VLANS.map(({ vlan }) => vlan).filter((vlan) => vlan !== 1 && vlan !== PARKING);
