/** What stands beside which node, and where. */
import { placeLabels, type PlacedLabel } from '../geometry/place-labels.ts';
import { rectAround, type Rect } from '../geometry/plane.ts';
import type { NodeKey, SceneLink, SceneNode } from './scene-types.ts';

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

/** A site's card carries its words inside. */
export function sceneLabels(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  measure: (text: string) => number,
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
  const cards: Rect[] = nodes
    .filter((node) => node.kind === 'site')
    .map((node) => rectAround(node, node.halfWidth, node.halfHeight));
  const lines = links.map(({ line, width }) => ({ ...line, width }));
  return placeLabels(requests, { rects: cards, lines });
}
