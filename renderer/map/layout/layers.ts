/** Which row of the map a device stands in: core, distribution, access, what hangs on that. */
import type { LayoutEdge, LayoutNode } from './layout-types.ts';

/** Rows of the kinds that carry the network; everything else stands below what it hangs on. */
const ROWS: Partial<Readonly<Record<LayoutNode['kind'], number>>> = { router: 0, 'l3-switch': 1, switch: 2 };
/** These stand beside what they protect or lead to. */
const BESIDE: ReadonlySet<LayoutNode['kind']> = new Set(['firewall', 'balancer', 'outside', 'unmanaged']);
const LOOSE_ROW = 3;

export type Adjacency = ReadonlyMap<number, readonly number[]>;

export function adjacencyOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Adjacency {
  const adjacency = new Map<number, number[]>(nodes.map(({ id }) => [id, []]));
  for (const { a, b } of edges) {
    if (a === b || !adjacency.has(a) || !adjacency.has(b)) continue;
    if (!adjacency.get(a)?.includes(b)) adjacency.get(a)?.push(b);
    if (!adjacency.get(b)?.includes(a)) adjacency.get(b)?.push(a);
  }
  // In whatever order the links came: sums of fractions must come out the same.
  for (const near of adjacency.values()) near.sort((a, b) => a - b);
  return adjacency;
}

function lowest(rows: ReadonlyMap<number, number>, ids: readonly number[]): number | null {
  const known = ids.flatMap((id) => rows.get(id) ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

/** What hangs on the carrying devices, level by level outwards; what hangs on nothing stands in a row of its own. */
function addHangers(rows: Map<number, number>, nodes: readonly LayoutNode[], adjacency: Adjacency): void {
  let waiting = nodes.filter(({ id }) => !rows.has(id));
  while (waiting.length > 0) {
    const next = waiting.flatMap((node) => {
      const above = lowest(rows, adjacency.get(node.id) ?? []);
      if (above === null) return [];
      return [[node.id, BESIDE.has(node.kind) ? above : above + 1] as const];
    });
    if (next.length === 0) break;
    for (const [id, row] of next) rows.set(id, row);
    waiting = waiting.filter(({ id }) => !rows.has(id));
  }
  for (const { id } of waiting) rows.set(id, LOOSE_ROW);
}

/** A switch behind a switch stands one row below it, however long the chain. */
function stretchChains(rows: Map<number, number>, nodes: readonly LayoutNode[], adjacency: Adjacency): void {
  const switches = nodes.filter(({ kind }) => kind === 'switch');
  const settled = new Set(
    switches
      .filter(({ id }) => (adjacency.get(id) ?? []).some((other) => (rows.get(other) ?? 9) < 2))
      .map(({ id }) => id),
  );
  let front = [...settled];
  while (front.length > 0) {
    const next: number[] = [];
    for (const id of front) {
      for (const other of adjacency.get(id) ?? []) {
        if (settled.has(other) || rows.get(other) !== 2) continue;
        rows.set(other, (rows.get(id) ?? 2) + 1);
        settled.add(other);
        next.push(other);
      }
    }
    front = next;
  }
}

/** Hangs on one device that carries others too: stands below that one whatever its kind (an access switch may route). */
function isLeaf(node: LayoutNode, adjacency: Adjacency): boolean {
  const [parent, ...more] = adjacency.get(node.id) ?? [];
  if (node.kind === 'router' || parent === undefined || more.length > 0) return false;
  return (adjacency.get(parent)?.length ?? 0) > 1;
}

/** Row of each device, 0 at the top, without empty rows. */
export function layersOf(nodes: readonly LayoutNode[], adjacency: Adjacency): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const node of nodes) {
    const row = isLeaf(node, adjacency) ? undefined : ROWS[node.kind];
    if (row !== undefined) rows.set(node.id, row);
  }
  stretchChains(rows, nodes, adjacency);
  addHangers(rows, nodes, adjacency);
  const used = [...new Set(rows.values())].sort((a, b) => a - b);
  return new Map([...rows].map(([id, row]) => [id, used.indexOf(row)]));
}
