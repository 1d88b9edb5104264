/**
 * Leaves that hang on the same device are one stack: four or more of one kind, each with that device as its only neighbour.
 *
 * A leaf with a fault of its own is taken out of the stack, so that the map shows where the fault is; when more than three
 * have one, the stack stays whole and tells it by its counts, or it would fall apart just when the map gets busy.
 */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link } from '../../../shared/contract/topology.ts';
import type { NodeKey } from './scene-types.ts';

export interface Fold {
  readonly key: NodeKey;
  readonly parentId: number;
  readonly kind: Device['kind'];
  readonly memberIds: readonly number[];
}

const LEAST_MEMBERS = 4;
const MOST_APART = 3;
const FOLDED_KINDS: ReadonlySet<Device['kind']> = new Set([
  'switch',
  'l3-switch',
  'access-point',
  'camera',
  'printer',
  'ups',
]);

export type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

/** Several parts of a scene ask for the same links, and most scenes differ from the last by something else. */
const known = new WeakMap<readonly Link[], Neighbours>();

/** Neighbours of each device, itself left out. The list must not be changed in place. */
export function neighboursOf(links: readonly Link[]): Neighbours {
  const before = known.get(links);
  if (before) return before;
  const neighbours = countNeighbours(links);
  known.set(links, neighbours);
  return neighbours;
}

function countNeighbours(links: readonly Link[]): Neighbours {
  const neighbours = new Map<number, Set<number>>();
  const join = (from: number, to: number): void => {
    const known = neighbours.get(from);
    if (known) known.add(to);
    else neighbours.set(from, new Set([to]));
  };
  for (const { a, b } of links) {
    if (a.deviceId === b.deviceId) continue;
    join(a.deviceId, b.deviceId);
    join(b.deviceId, a.deviceId);
  }
  return neighbours;
}

function onlyNeighbour(deviceId: number, neighbours: Neighbours): number | null {
  const own = neighbours.get(deviceId);
  const [first] = own ?? [];
  if (own?.size !== 1 || first === undefined) return null;
  // Two devices that know only each other are a pair, not a leaf and its parent.
  return (neighbours.get(first)?.size ?? 0) > 1 ? first : null;
}

/** All leaves by parent, kind and site, whatever their state. */
export function leafGroups(devices: readonly Device[], links: readonly Link[]): readonly Fold[] {
  const neighbours = neighboursOf(links);
  const groups = new Map<NodeKey, { parentId: number; kind: Device['kind']; memberIds: number[] }>();
  for (const device of devices) {
    if (!device.managed || !FOLDED_KINDS.has(device.kind)) continue;
    const parentId = onlyNeighbour(device.id, neighbours);
    if (parentId === null) continue;
    const key = `fold ${parentId} ${device.kind} ${device.site ?? ''}`;
    const group = groups.get(key);
    if (group) group.memberIds.push(device.id);
    else groups.set(key, { parentId, kind: device.kind, memberIds: [device.id] });
  }
  return [...groups].flatMap(([key, group]) => (group.memberIds.length < LEAST_MEMBERS ? [] : [{ key, ...group }]));
}

/** What is folded now: groups that nobody opened, without the few members that have a fault of their own. */
export function foldLeaves(
  groups: readonly Fold[],
  hasOwnFault: (deviceId: number) => boolean,
  opened: ReadonlySet<NodeKey>,
): readonly Fold[] {
  return groups.flatMap((group) => {
    if (opened.has(group.key)) return [];
    const calm = group.memberIds.filter((id) => !hasOwnFault(id));
    const apart = group.memberIds.length - calm.length;
    if (apart > MOST_APART) return [group];
    return calm.length < 2 ? [] : [{ ...group, memberIds: calm }];
  });
}
