/**
 * Puts names beside their nodes so that they cover neither nodes, nor links, nor each other: greedy, the most important
 * first, each at the cheapest of six places. A name without a free place is left out unless it tells of trouble.
 */
import { grow, lineMeets, overlaps, rectAround, type Line, type Point, type Rect } from './plane.ts';
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
const COVERS = 100;
const CROSSES = 8;
const FREE = COVERS;

type Obstacle = { readonly kind: 'rect'; readonly rect: Rect } | { readonly kind: 'line'; readonly line: Line };

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
      return rectAround({ x: left + 6, y: y - halfHeight - 6 }, half.x, half.y);
  }
}

function costOf(rect: Rect, index: GridIndex<Obstacle>): number {
  let cost = 0;
  const wide = grow(rect, 1);
  for (const obstacle of index.near(wide)) {
    if (obstacle.kind === 'rect') cost += overlaps(wide, obstacle.rect) ? COVERS : 0;
    else cost += lineMeets(obstacle.line, wide) ? CROSSES : 0;
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
  for (const line of obstacles.lines) index.addLine(line, { kind: 'line', line });
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
