/** VLANs by port and ports by VLAN. Pure. */
import type { NetworkInterface } from '../../shared/contract/devices.ts';
import type { DeviceVlan } from '../../shared/contract/hardware.ts';
import { comparePorts } from '../../shared/units/port-order.ts';

export type Membership = 'untagged' | 'tagged';

export interface VlanMatrix {
  /** Ports that are in a VLAN, as people list them. */
  readonly ports: readonly NetworkInterface[];
  /** By VLAN, then by interface. */
  readonly of: ReadonlyMap<number, ReadonlyMap<number, Membership>>;
}

export function vlanMatrix(vlans: readonly DeviceVlan[], ports: readonly NetworkInterface[]): VlanMatrix {
  const of = new Map(
    vlans.map((vlan) => [
      vlan.vlan,
      new Map<number, Membership>([
        ...vlan.tagged.map((id) => [id, 'tagged'] as const),
        ...vlan.untagged.map((id) => [id, 'untagged'] as const),
      ]),
    ]),
  );
  const used = new Set(vlans.flatMap((vlan) => [...vlan.untagged, ...vlan.tagged]));
  return {
    ports: ports.filter((port) => used.has(port.id)).toSorted((a, b) => comparePorts(a.name, b.name)),
    of,
  };
}

export interface PortVlans {
  readonly port: NetworkInterface;
  readonly untagged: readonly number[];
  readonly tagged: readonly number[];
}

export function portVlans(vlans: readonly DeviceVlan[], { ports, of }: VlanMatrix): readonly PortVlans[] {
  const numbers = vlans.map(({ vlan }) => vlan);
  const having = (portId: number, wanted: Membership): number[] =>
    numbers.filter((vlan) => of.get(vlan)?.get(portId) === wanted);
  return ports.map((port) => ({ port, untagged: having(port.id, 'untagged'), tagged: having(port.id, 'tagged') }));
}

/** "10-12, 20": runs are shortened. */
export function rangesText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
