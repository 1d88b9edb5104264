/**
 * Puts names beside their nodes so that they cover neither nodes, nor what stands on links, nor each other: greedy, the most
 * important first, each at the cheapest of six places. One that tells of trouble may stand a line further off. A name without
 * a free place is left out: its node shows it while somebody looks at it, and the mark of its state stays.
 */
import { contains, lineMeets, overlaps, rectAround, type Line, type Point, type Rect } from './plane.ts';
import { GridIndex } from './rect-index.ts';

export type LabelSide = 'below' | 'right' | 'left' | 'right-above' | 'left-above' | 'above';

export interface LabelRequest extends Point {
  readonly key: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Size of the text, both lines. */
  readonly width: number;
  readonly height: number;
  /** Goes first, and may stand further off: the device is not up. */
  readonly needed: boolean;
  /** Larger goes first. */
  readonly rank: number;
}

export interface PlacedLabel {
  readonly side: LabelSide;
  readonly rect: Rect;
}

export interface LabelObstacles {
  readonly rects: readonly Rect[];
  readonly lines: readonly (Line & { readonly width: number })[];
}

const SIDES: readonly LabelSide[] = ['below', 'right', 'left', 'right-above', 'left-above', 'above'];
const BESIDE = 8;
const BELOW = 5;
/** Between two names in a row. */
const ASIDE = 4;
const COVERS = 100;
const CROSSES = 8;
const FREE = COVERS;
/** How far from their usual places names may stand, nearest first. */
const NEAR = [0] as const;
const FURTHER = [0, 12, 24] as const;

/** Where a link's port is named when somebody looks at it: better kept free, the more so the wider the link. */
const PORT_ZONE = { length: 80, from: 10, to: 34 } as const;
const COST_A_WIDTH = 0.4;
/** Right above and below another node a name would be read as that one's. */
const MISREAD = 40;
const MISREAD_HEIGHT = 22;
/** A link counts as flat up to this slope. */
const FLAT = 0.5;

type Obstacle =
  | { readonly kind: 'rect'; readonly rect: Rect }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'zone'; readonly rect: Rect; readonly cost: number }
  /** Where a name in the middle would be read as its owner's. */
  | { readonly kind: 'own'; readonly rect: Rect; readonly owner: string };

/** Above both ends of a flat link. */
function portZones({ from, to, width }: LabelObstacles['lines'][number]): readonly Obstacle[] {
  const dx = to.x - from.x;
  if (Math.abs(to.y - from.y) > Math.abs(dx) * FLAT) return [];
  const reach = Math.min(PORT_ZONE.length, Math.abs(dx) / 2) * Math.sign(dx);
  const zone = (end: Point, along: number): Obstacle => ({
    kind: 'zone',
    cost: width * COST_A_WIDTH,
    rect: {
      left: Math.min(end.x, end.x + along),
      right: Math.max(end.x, end.x + along),
      top: end.y - PORT_ZONE.to,
      bottom: end.y - PORT_ZONE.from,
    },
  });
  return [zone(from, reach), zone(to, -reach)];
}

/** `off` moves it away from its node. */
function rectAt(request: LabelRequest, side: LabelSide, off = 0): Rect {
  const { x, y, width, height } = request;
  const [halfWidth, halfHeight] = [request.halfWidth + off, request.halfHeight + off];
  const half = { x: width / 2, y: height / 2 };
  const right = x + halfWidth + BESIDE + half.x;
  const left = x - halfWidth - BESIDE - half.x;
  switch (side) {
    case 'below':
      return rectAround({ x, y: y + halfHeight + BELOW + half.y }, half.x, half.y);
    case 'above':
      return rectAround({ x, y: y - halfHeight - BELOW - half.y }, half.x, half.y);
    case 'right':
      return rectAround({ x: right, y }, half.x, half.y);
    case 'left':
      return rectAround({ x: left, y }, half.x, half.y);
    case 'right-above':
      return rectAround({ x: right - 4, y: y - halfHeight - 2 }, half.x, half.y);
    case 'left-above':
      return rectAround({ x: left + 6, y: y - halfHeight - 10 }, half.x, half.y);
  }
}

/** Stops counting where it is `most` already: no better than what was found. */
function costOf(rect: Rect, index: GridIndex<Obstacle>, { key }: LabelRequest, most: number): number {
  const wide = { left: rect.left - ASIDE, right: rect.right + ASIDE, top: rect.top - 1, bottom: rect.bottom + 1 };
  const middle = { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
  let cost = 0;
  for (const obstacle of index.near(wide)) {
    if (cost >= most) break;
    switch (obstacle.kind) {
      case 'line':
        cost += lineMeets(obstacle.line, rect) ? CROSSES : 0;
        break;
      case 'rect':
        cost += overlaps(wide, obstacle.rect) ? COVERS : 0;
        break;
      case 'zone':
        cost += overlaps(wide, obstacle.rect) ? obstacle.cost : 0;
        break;
      case 'own':
        cost += obstacle.owner !== key && contains(obstacle.rect, middle) ? MISREAD : 0;
    }
  }
  return cost;
}

function indexOf(requests: readonly LabelRequest[], obstacles: LabelObstacles): GridIndex<Obstacle> {
  const index = new GridIndex<Obstacle>();
  for (const request of requests) {
    const rect = rectAround(request, request.halfWidth, request.halfHeight);
    index.addRect(rect, { kind: 'rect', rect });
    const around = { ...rect, top: rect.top - MISREAD_HEIGHT, bottom: rect.bottom + MISREAD_HEIGHT };
    index.addRect(around, { kind: 'own', rect: around, owner: request.key });
  }
  for (const rect of obstacles.rects) index.addRect(rect, { kind: 'rect', rect });
  for (const line of obstacles.lines) {
    index.addLine(line, { kind: 'line', line });
    for (const zone of portZones(line)) if (zone.kind === 'zone') index.addRect(zone.rect, zone);
  }
  return index;
}

/** Where a name stands while nothing is in its way. */
export const usualLabel = (request: LabelRequest): PlacedLabel => ({ side: 'below', rect: rectAt(request, 'below') });

interface Candidate {
  readonly label: PlacedLabel;
  readonly cost: number;
}

function cheapestAt(request: LabelRequest, index: GridIndex<Obstacle>, off: number): Candidate {
  let best: Candidate = { label: usualLabel(request), cost: Infinity };
  for (const [preference, side] of SIDES.entries()) {
    const rect = rectAt(request, side, off);
    const cost = costOf(rect, index, request, best.cost - preference) + preference;
    if (cost < best.cost) best = { label: { side, rect }, cost };
    if (cost === preference) break;
  }
  return best;
}

/** Null where every place covers something. */
function freePlaceOf(request: LabelRequest, index: GridIndex<Obstacle>): PlacedLabel | null {
  for (const off of request.needed ? FURTHER : NEAR) {
    const { label, cost } = cheapestAt(request, index, off);
    if (cost < FREE) return label;
  }
  return null;
}

/** Labels by their key; a key that is absent has no room. Same input, same places. */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: LabelObstacles,
): ReadonlyMap<string, PlacedLabel> {
  const index = indexOf(requests, obstacles);
  const placed = new Map<string, PlacedLabel>();
  const byRank = [...requests].sort(
    (a, b) => Number(b.needed) - Number(a.needed) || b.rank - a.rank || (a.key < b.key ? -1 : 1),
  );
  for (const request of byRank) {
    const label = freePlaceOf(request, index);
    if (!label) continue;
    placed.set(request.key, label);
    index.addRect(label.rect, { kind: 'rect', rect: label.rect });
  }
  return placed;
}
