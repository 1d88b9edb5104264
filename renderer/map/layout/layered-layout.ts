/**
 * Layout by role: every site a block of rows (core, distribution, access), blocks side by side. Deterministic.
 *
 * Leaves of one parent share one slot and stand in a grid of three columns below it, because the map folds them into a stack
 * that stands where their first row does. Order in a row: the mean place of the neighbours, swept down and up (Sugiyama's
 * barycentre method); ties by id, so that the same network gives the same map.
 */
import type { Point } from '../geometry/plane.ts';
import { adjacencyOf, layersOf, type Adjacency } from './layers.ts';
import type { LayoutNode, LayoutPlace, LayoutRequest } from './layout-types.ts';

const STEP_X = 104;
const STEP_Y = 116;
const GRID_STEP_X = 44;
const GRID_STEP_Y = 60;
const GRID_COLUMNS = 3;
const GRID_WIDTH = 150;
const LEAST_LEAVES = 4;
const SWEEPS = 6;
const STAGGER = 0.65;
const SITE_GAP = 150;
/** A row longer than this may go on in another one; larger networks get longer rows, so that they are not all height. */
const LONGEST_ROW = 16;
const ASPECT = 1.7;

const longestRow = (slots: number): number =>
  Math.max(LONGEST_ROW, Math.round(Math.sqrt((slots * ASPECT * STEP_Y) / STEP_X)));

interface Slot {
  readonly ids: readonly number[];
  readonly row: number;
  readonly width: number;
  x: number;
}

function leafSlots(nodes: readonly LayoutNode[], adjacency: Adjacency): ReadonlyMap<number, readonly number[]> {
  const byParent = new Map<string, number[]>();
  for (const { id, kind } of nodes) {
    const [parent, ...more] = adjacency.get(id) ?? [];
    if (parent === undefined || more.length > 0 || (adjacency.get(parent)?.length ?? 0) < 2) continue;
    const key = `${parent} ${kind}`;
    byParent.set(key, [...(byParent.get(key) ?? []), id]);
  }
  const slots = new Map<number, readonly number[]>();
  for (const ids of byParent.values()) {
    if (ids.length < LEAST_LEAVES) continue;
    for (const id of ids) slots.set(id, ids);
  }
  return slots;
}

function slotsOf(nodes: readonly LayoutNode[], adjacency: Adjacency): Slot[] {
  const rows = layersOf(nodes, adjacency);
  const shared = leafSlots(nodes, adjacency);
  const done = new Set<number>();
  return nodes.flatMap(({ id }) => {
    if (done.has(id)) return [];
    const ids = shared.get(id) ?? [id];
    for (const member of ids) done.add(member);
    return [{ ids, row: rows.get(id) ?? 0, width: ids.length > 1 ? GRID_WIDTH : STEP_X, x: 0 }];
  });
}

function spread(row: readonly Slot[]): void {
  const total = row.reduce((sum, slot) => sum + slot.width, 0);
  let edge = -total / 2;
  for (const slot of row) {
    slot.x = edge + slot.width / 2;
    edge += slot.width;
  }
}

/** Moves each slot towards where it wants to be, in order, without overlaps: packed from the left, then centred. */
function settle(row: readonly Slot[], wanted: ReadonlyMap<Slot, number>): void {
  let edge = -Infinity;
  let drift = 0;
  for (const slot of row) {
    const wish = wanted.get(slot) ?? slot.x;
    slot.x = Math.max(wish, edge + slot.width / 2);
    edge = slot.x + slot.width / 2;
    drift += slot.x - wish;
  }
  const back = row.length === 0 ? 0 : drift / row.length;
  for (const slot of row) slot.x -= back;
}

function rowsOf(slots: readonly Slot[]): Slot[][] {
  const rows: Slot[][] = [];
  for (const slot of slots) (rows[slot.row] ??= []).push(slot);
  return Array.from(rows, (row) => row ?? []);
}

function sweep(rows: readonly Slot[][], adjacency: Adjacency): void {
  const slotOf = new Map(rows.flat().flatMap((slot) => slot.ids.map((id) => [id, slot] as const)));
  const wish = (slot: Slot): number => {
    const near = slot.ids.flatMap((id) => adjacency.get(id) ?? []).flatMap((id) => slotOf.get(id) ?? []);
    const others = near.filter((other) => other.row !== slot.row);
    const asked = others.length > 0 ? others : near;
    return asked.length === 0 ? slot.x : asked.reduce((sum, other) => sum + other.x, 0) / asked.length;
  };
  for (let round = 0; round < SWEEPS; round += 1) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
      const wanted = new Map(row.map((slot) => [slot, wish(slot)]));
      row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || (a.ids[0] ?? 0) - (b.ids[0] ?? 0));
      settle(row, wanted);
    }
  }
}

/** The members of a shared slot stand in a grid, others alone. */
function placesOf(slot: Slot, y: number): LayoutPlace[] {
  if (slot.ids.length === 1) return slot.ids.map((id) => ({ id, x: slot.x, y }));
  return slot.ids.map((id, i) => ({
    id,
    x: slot.x + ((i % GRID_COLUMNS) - 1) * GRID_STEP_X,
    y: y + Math.floor(i / GRID_COLUMNS) * GRID_STEP_Y,
  }));
}

/** A row too long for a screen is broken into several, one below the other. */
function broken(rows: readonly Slot[][]): Slot[][] {
  const longest = longestRow(rows.flat().length);
  return rows.flatMap((row) => {
    if (row.length <= longest) return [row];
    const parts: Slot[][] = [];
    for (let i = 0; i < row.length; i += longest) parts.push(row.slice(i, i + longest));
    for (const part of parts) spread(part);
    return parts;
  });
}

/** Neighbours within a row would lie on one line: every second device of such a row stands half a row lower. */
function staggered(rows: readonly Slot[][], adjacency: Adjacency): LayoutPlace[] {
  let y = 0;
  return rows.flatMap((row) => {
    const members = new Set(row.flatMap(({ ids }) => ids));
    const inner = row.some(({ ids }) => ids.some((id) => adjacency.get(id)?.some((other) => members.has(other))));
    const drop = inner && row.length > 2 ? STEP_Y * STAGGER : 0;
    const top = y;
    y += STEP_Y + drop;
    return row.flatMap((slot, i) => placesOf(slot, top + (i % 2) * drop));
  });
}

interface Block {
  readonly places: readonly LayoutPlace[];
  readonly width: number;
  readonly height: number;
}

function blockOf(nodes: readonly LayoutNode[], adjacency: Adjacency): Block {
  const rows = rowsOf(slotsOf(nodes, adjacency));
  for (const row of rows) spread(row);
  sweep(rows, adjacency);
  const places = staggered(broken(rows), adjacency);
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const left = Math.min(...xs);
  const moved = places.map((place) => ({ ...place, x: place.x - left }));
  return { places: moved, width: Math.max(...xs) - left, height: Math.max(...ys) };
}

/** Blocks in rows, so that the whole is about as wide as a screen. */
function pack(blocks: readonly Block[]): LayoutPlace[] {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + SITE_GAP) * (height + SITE_GAP), 0);
  const widest = Math.max(Math.sqrt(area * ASPECT), ...blocks.map(({ width }) => width));
  const places: LayoutPlace[] = [];
  let corner: Point = { x: 0, y: 0 };
  let rowHeight = 0;
  for (const block of blocks) {
    if (corner.x > 0 && corner.x + block.width > widest) {
      corner = { x: 0, y: corner.y + rowHeight + SITE_GAP };
      rowHeight = 0;
    }
    const { x, y } = corner;
    places.push(...block.places.map((place) => ({ id: place.id, x: place.x + x, y: place.y + y })));
    corner = { x: x + block.width + SITE_GAP, y };
    rowHeight = Math.max(rowHeight, block.height);
  }
  return places;
}

/** What has no site but stands at one neighbour's side belongs to that one's block. */
function blockNames(nodes: readonly LayoutNode[], adjacency: Adjacency): ReadonlyMap<number, string> {
  const own = new Map(nodes.map(({ id, site }) => [id, site]));
  return new Map(
    nodes.map(({ id, site }) => {
      const [first] = adjacency.get(id) ?? [];
      return [id, site ?? (first === undefined ? null : own.get(first)) ?? ''];
    }),
  );
}

/** Places for all nodes; what is pinned is not looked at here. */
export function layeredLayout({ nodes, edges }: Pick<LayoutRequest, 'nodes' | 'edges'>): readonly LayoutPlace[] {
  const sorted = [...nodes].sort((a, b) => a.id - b.id);
  const adjacency = adjacencyOf(sorted, edges);
  const names = blockNames(sorted, adjacency);
  const bySite = Map.groupBy(sorted, ({ id }) => names.get(id) ?? '');
  const sites = [...bySite].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return pack(
    sites.map(([, members]) => {
      const ids = new Set(members.map(({ id }) => id));
      const inner = new Map(members.map(({ id }) => [id, (adjacency.get(id) ?? []).filter((other) => ids.has(other))]));
      return blockOf(members, inner);
    }),
  );
}
