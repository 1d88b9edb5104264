/** What stands beside which node, and where. */
import { placeLabels, usualLabel, type PlacedLabel } from '../geometry/place-labels.ts';
import { middleOf, rectAround, type Rect } from '../geometry/plane.ts';
import type { NodeKey, SceneInput, SceneLink, SceneNode } from './scene-types.ts';

export const LINE_HEIGHT = 14;
/** A stack reaches further down (its badge) and up (its sheets) than a node. */
const STACK_EXTRA = 5;
const RANKS = { router: 3, 'l3-switch': 2, firewall: 2 } as const satisfies Partial<Record<SceneNode['glyph'], number>>;

function rankOf(node: SceneNode): number {
  const rank: number | undefined = Object.hasOwn(RANKS, node.glyph)
    ? RANKS[node.glyph as keyof typeof RANKS]
    : undefined;
  return rank ?? (node.kind === 'fold' ? 1.5 : 1);
}

/** Half the size of what stands on the middle of a link, in any direction. */
const MARK_HALF = { wave: { x: 17, y: 11 }, cross: { x: 12, y: 12 }, badge: { x: 9, y: 9 } } as const;
const RING_HALF = 6;

/** What stands on links and must stay to be seen: cross, wave, clock, square, ring. */
function markRects({ line, look, flapping, manual, silentEnds }: SceneLink): readonly Rect[] {
  const middle = middleOf(line.from, line.to);
  const half = flapping
    ? MARK_HALF.wave
    : look === 'down'
      ? MARK_HALF.cross
      : look === 'ageing' || manual
        ? MARK_HALF.badge
        : null;
  const ring =
    silentEnds === 'none' ? [] : [rectAround(silentEnds === 'a' ? line.from : line.to, RING_HALF, RING_HALF)];
  return half ? [rectAround(middle, half.x, half.y), ...ring] : ring;
}

/** A site's card carries its words inside. */
export function sceneLabels(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  { measure, names }: Pick<SceneInput, 'measure' | 'names'>,
): ReadonlyMap<NodeKey, PlacedLabel> {
  const outside = nodes.filter((node) => node.kind !== 'site');
  const requests = outside.map((node) => ({
    key: node.key,
    x: node.x,
    y: node.y,
    halfWidth: node.halfWidth,
    halfHeight: node.halfHeight + (node.kind === 'fold' ? STACK_EXTRA : 0),
    width: Math.max(measure(node.name), node.detail === null ? 0 : measure(node.detail)),
    height: LINE_HEIGHT * (node.detail === null ? 1 : 2),
    needed: node.state !== 'up' || node.worst !== null,
    rank: rankOf(node),
  }));
  if (!names) return new Map(requests.map((request) => [request.key, usualLabel(request)]));
  const cards: Rect[] = nodes
    .filter((node) => node.kind === 'site')
    .map((node) => rectAround(node, node.halfWidth, node.halfHeight));
  const lines = links.map(({ line, width }) => ({ ...line, width }));
  return placeLabels(requests, { rects: [...cards, ...links.flatMap(markRects)], lines });
}
