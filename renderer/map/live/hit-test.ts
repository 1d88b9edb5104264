/** What lies under the pointer: a button, a node, a site's title, a link; in this order. */
import { contains, distanceToLine, grow, rectAround, type Point } from '../geometry/plane.ts';
import type { NodeKey, Scene, SceneLink, SceneNode } from '../scene/scene-types.ts';

export type Hit =
  | { readonly kind: 'node'; readonly node: SceneNode }
  | { readonly kind: 'link'; readonly link: SceneLink }
  | { readonly kind: 'fold-button'; readonly key: NodeKey }
  | { readonly kind: 'site-title'; readonly site: string }
  | null;

/** Pixels of the screen within which a link counts as hit. */
const LINK_REACH_PX = 5;
const TITLE_HEIGHT = 38;
const TITLE_WIDTH = 240;

function nodeAt(scene: Scene, at: Point, slack: number): SceneNode | null {
  let hit: SceneNode | null = null;
  for (const node of scene.nodes.values()) {
    // The last one drawn lies on top.
    if (contains(grow(rectAround(node, node.halfWidth, node.halfHeight), 3 + slack), at)) hit = node;
  }
  return hit;
}

function linkAt(scene: Scene, at: Point, zoom: number): SceneLink | null {
  let hit: SceneLink | null = null;
  let least = Infinity;
  for (const link of scene.links) {
    const away = distanceToLine(at, link.line) - link.width / 2;
    if (away > LINK_REACH_PX / zoom || away >= least) continue;
    least = away;
    hit = link;
  }
  return hit;
}

/** `at` in world coordinates. */
export function hitTest(scene: Scene, at: Point, zoom: number): Hit {
  const button = scene.openedFolds.find((fold) => contains(fold.button, at));
  if (button) return { kind: 'fold-button', key: button.key };
  const node = nodeAt(scene, at, Math.max(0, 4 / zoom - 4));
  if (node) return { kind: 'node', node };
  const link = linkAt(scene, at, zoom);
  if (link) return { kind: 'link', link };
  const site = scene.sites.find(({ rect }) =>
    contains({ ...rect, bottom: rect.top + TITLE_HEIGHT, right: Math.min(rect.right, rect.left + TITLE_WIDTH) }, at),
  );
  return site ? { kind: 'site-title', site: site.site } : null;
}
