/** Which devices a person wants to see: of one site, around one device, in trouble, without the leaves. All at once. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link } from '../../../shared/contract/topology.ts';
import { neighboursOf, type Neighbours } from './fold-leaves.ts';
import { siteOfEach } from './site-boxes.ts';

export interface MapFilter {
  readonly site: string | null;
  /** At most `depth` links away from a device; itself is always shown. */
  readonly hops: { readonly rootId: number; readonly depth: 1 | 2 | 3 } | null;
  readonly onlyProblems: boolean;
  readonly hideLeaves: boolean;
}

export const noFilter: MapFilter = { site: null, hops: null, onlyProblems: false, hideLeaves: false };

export const isFiltered = (filter: MapFilter): boolean =>
  filter.site !== null || filter.hops !== null || filter.onlyProblems || filter.hideLeaves;

/** Ids of everything at most `depth` links away, the root included. */
export function withinHops(rootId: number, depth: number, neighbours: Neighbours): ReadonlySet<number> {
  const seen = new Set([rootId]);
  let front = [rootId];
  for (let hop = 0; hop < depth; hop += 1) {
    front = front.flatMap((id) => [...(neighbours.get(id) ?? [])].filter((other) => !seen.has(other)));
    for (const id of front) seen.add(id);
  }
  return seen;
}

/** What is planned is no problem; a neighbour that was only heard of has no state to be in trouble with. */
function inTrouble(device: Device): boolean {
  if (device.state === 'unknown') return device.managed;
  return device.state !== 'up' && device.state !== 'maintenance';
}

/** Devices in trouble, and both ends of every link that is. */
function troubled(devices: readonly Device[], links: readonly Link[]): ReadonlySet<number> {
  const ids = new Set(devices.filter(inTrouble).map(({ id }) => id));
  for (const { a, b, state, flapping } of links) {
    if (!flapping && state !== 'down' && state !== 'degraded') continue;
    ids.add(a.deviceId);
    ids.add(b.deviceId);
  }
  return ids;
}

/** A leaf in trouble stays: hiding leaves is for tidiness, not for hiding faults. */
export function filterDevices(
  devices: readonly Device[],
  links: readonly Link[],
  filter: MapFilter,
): readonly Device[] {
  if (!isFiltered(filter)) return devices;
  const neighbours = neighboursOf(links);
  const siteOf = filter.site === null ? null : siteOfEach(devices, links);
  const near = filter.hops && withinHops(filter.hops.rootId, filter.hops.depth, neighbours);
  const faulty = filter.onlyProblems || filter.hideLeaves ? troubled(devices, links) : null;
  return devices.filter((device) => {
    const { id } = device;
    if (siteOf && siteOf.get(id) !== filter.site) return false;
    if (near && !near.has(id)) return false;
    if (filter.onlyProblems && faulty?.has(id) !== true) return false;
    return !filter.hideLeaves || faulty?.has(id) === true || (neighbours.get(id)?.size ?? 0) > 1;
  });
}
