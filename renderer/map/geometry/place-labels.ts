/**
 * Puts names beside their nodes so that they cover neither nodes, nor links, nor each other: greedy, the most important
 * first, each at the cheapest of six places. A name without a free place is left out unless it tells of trouble.
 */
import { lineMeets, overlaps, rectAround, type Line, type Point, type Rect } from './plane.ts';
import { GridIndex } from './rect-index.ts';

export type LabelSide = 'below' | 'right' | 'left' | 'right-above' | 'left-above' | 'above';

export interface LabelRequest extends Point {
  readonly key: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Size of the text, both lines. */
  readonly width: number;
  readonly height: number;
  /** Shown at any cost: the device is not up. */
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

/** Where a link's port is named when somebody looks at it: better kept free, the more so the wider the link. */
const PORT_ZONE = { length: 80, from: 10, to: 34 } as const;
const COST_A_WIDTH = 0.4;
/** A link counts as flat up to this slope. */
const FLAT = 0.5;

type Obstacle =
  | { readonly kind: 'rect'; readonly rect: Rect }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'zone'; readonly rect: Rect; readonly cost: number };

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

function rectAt(request: LabelRequest, side: LabelSide): Rect {
  const { x, y, width, height, halfWidth, halfHeight } = request;
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

function costOf(rect: Rect, index: GridIndex<Obstacle>): number {
  let cost = 0;
  const wide = { left: rect.left - ASIDE, right: rect.right + ASIDE, top: rect.top - 1, bottom: rect.bottom + 1 };
  for (const obstacle of index.near(wide)) {
    if (obstacle.kind === 'line') cost += lineMeets(obstacle.line, rect) ? CROSSES : 0;
    else if (overlaps(wide, obstacle.rect)) cost += obstacle.kind === 'rect' ? COVERS : obstacle.cost;
  }
  return cost;
}

function indexOf(requests: readonly LabelRequest[], obstacles: LabelObstacles): GridIndex<Obstacle> {
  const index = new GridIndex<Obstacle>();
  for (const request of requests) {
    const rect = rectAround(request, request.halfWidth, request.halfHeight);
    index.addRect(rect, { kind: 'rect', rect });
  }
  for (const rect of obstacles.rects) index.addRect(rect, { kind: 'rect', rect });
  for (const line of obstacles.lines) {
    index.addLine(line, { kind: 'line', line });
    for (const zone of portZones(line)) if (zone.kind === 'zone') index.addRect(zone.rect, zone);
  }
  return index;
}

function cheapest(request: LabelRequest, index: GridIndex<Obstacle>): { label: PlacedLabel; cost: number } {
  let best = { label: { side: SIDES[0] ?? 'below', rect: rectAt(request, 'below') }, cost: Infinity };
  for (const [preference, side] of SIDES.entries()) {
    const rect = rectAt(request, side);
    const cost = costOf(rect, index) + preference;
    if (cost < best.cost) best = { label: { side, rect }, cost };
    if (cost === preference) break;
  }
  return best;
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
    const { label, cost } = cheapest(request, index);
    if (cost >= FREE && !request.needed) continue;
    placed.set(request.key, label);
    index.addRect(label.rect, { kind: 'rect', rect: label.rect });
  }
  return placed;
}
