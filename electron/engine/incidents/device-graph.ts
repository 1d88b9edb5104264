/** Devices and the links between them, as numbers: what root cause walks over. */
export interface GraphLink {
  readonly aDeviceId: number;
  readonly bDeviceId: number;
}

export type DeviceGraph = ReadonlyMap<number, readonly number[]>;

export function buildGraph(deviceIds: Iterable<number>, links: Iterable<GraphLink>): DeviceGraph {
  const graph = new Map<number, number[]>();
  for (const id of deviceIds) graph.set(id, []);
  for (const { aDeviceId, bDeviceId } of links) {
    if (aDeviceId === bDeviceId) continue;
    graph.get(aDeviceId)?.push(bDeviceId);
    graph.get(bDeviceId)?.push(aDeviceId);
  }
  return graph;
}

/** Every device that can be walked to from the seeds without entering one that `closed` refuses. Seeds must be open. */
export function walk(graph: DeviceGraph, seeds: Iterable<number>, closed: (id: number) => boolean): Set<number> {
  const seen = new Set<number>();
  const open: number[] = [];
  const enter = (id: number): void => {
    if (seen.has(id) || closed(id) || !graph.has(id)) return;
    seen.add(id);
    open.push(id);
  };
  for (const id of seeds) enter(id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) for (const next of graph.get(id) ?? []) enter(next);
  return seen;
}
