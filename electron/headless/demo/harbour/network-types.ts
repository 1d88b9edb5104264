/** What the simulated network is made of. Names, not addresses, are the keys inside the simulator. */
import type { Flow } from '../world/traffic.ts';
import type { Product } from './products.ts';

export type SiteName = 'Northgate' | 'Riverside' | 'Depot';

export interface PortAddress {
  readonly address: string;
  readonly prefixLength: number;
}

/**
 * link: a cable to another device; host: something without an agent behind it; spare: nothing plugged in;
 * virtual: no cable at all; aggregate: the sum of its members; mute: an aggregate that the agent knows nothing about.
 */
export type PortUse = 'link' | 'host' | 'spare' | 'virtual' | 'aggregate' | 'mute';

export interface DemoPort {
  readonly ifIndex: number;
  /** ifName: Te1/1/1 */
  readonly name: string;
  /** ifDescr: TenGigabitEthernet1/1/1 */
  readonly description: string;
  readonly alias: string;
  /** IANAifType */
  readonly type: number;
  readonly mtu: number;
  readonly speedBps: number;
  /** Empty for what has no MAC (a loopback). */
  readonly mac: Buffer;
  readonly adminUp: boolean;
  readonly use: PortUse;
  readonly addresses: readonly PortAddress[];
  /** ifIndexes of an aggregate's members. */
  readonly members: readonly number[];
  readonly outFlow: Flow | null;
  readonly inFlow: Flow | null;
  readonly linkId: string | null;
}

export interface DemoDevice {
  readonly name: string;
  /** Management address: what people call it by. */
  readonly address: string;
  readonly site: SiteName;
  readonly product: Product;
  readonly serial: string;
  readonly chassisMac: Buffer;
  readonly location: string;
  /** How long it had been up when the demo started, past restarts left out. */
  readonly upBeforeStartMs: number;
  readonly ports: readonly DemoPort[];
}

export interface LinkEnd {
  readonly device: string;
  readonly ifIndex: number;
  readonly port: string;
}

/** A neighbour outside the network, heard by LLDP and never polled. */
export interface OutsideEnd {
  readonly name: string;
  readonly description: string;
  readonly mac: Buffer;
  readonly port: string;
}

export interface DemoLink {
  readonly id: string;
  readonly a: LinkEnd;
  readonly b: LinkEnd | null;
  readonly outside: OutsideEnd | null;
  readonly speedBps: number;
  /** Which ends hear the other by LLDP. */
  readonly heardBy: 'both' | 'a';
}

export interface HarbourNetwork {
  readonly devices: ReadonlyMap<string, DemoDevice>;
  readonly links: readonly DemoLink[];
  /** The device that the operator's console is plugged into. */
  readonly consoleDevice: string;
}
