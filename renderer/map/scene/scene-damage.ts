/**
 * Where two scenes differ, so that a change of state draws anew what it changed and not 10,000 links. Pure. Seen from so far
 * out that neither names nor marks on links are drawn: those may make way for each other anywhere on the map.
 */
import { around, grow, overlaps, rectAround, rectBetween, type Point, type Rect } from '../geometry/plane.ts';
import type { Blast, Scene, SceneLink, SceneNode, SiteBox } from './scene-types.ts';

/** What stands around a node: its mark, its sheets, its outline. */
const NODE_MARGIN = 40;
const LINK_MARGIN = 16;
/** The same on the screen, where things are kept from becoming too small to see. */
const MARGIN_PX = 14;
/** More rectangles than this cost more than everything at once. */
const MOST_RECTS = 24;
const MOST_SHARE = 0.35;

const sameRect = (a: Rect, b: Rect): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
const samePoint = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;
const sameCounts = (a: SceneNode['counts'], b: SceneNode['counts']): boolean =>
  a.length === b.length && a.every(({ state, count }, at) => state === b[at]?.state && count === b[at].count);

const NODE_PARTS = ['x', 'y', 'round', 'halfWidth', 'halfHeight', 'glyph', 'state', 'worst', 'ghost', 'name'] as const;
const LINK_PARTS = ['key', 'width', 'look', 'manual', 'silentEnds', 'flapping', 'state'] as const;

const sameNode = (a: SceneNode, b: SceneNode): boolean =>
  NODE_PARTS.every((part) => a[part] === b[part]) &&
  a.deviceIds.length === b.deviceIds.length &&
  (a.kind !== 'site' || (a.detail === b.detail && sameCounts(a.counts, b.counts)));

const sameEnd = (a: SceneLink['a'], b: SceneLink['a']): boolean =>
  a.interfaceIds.length === b.interfaceIds.length && a.interfaceIds.every((id, at) => id === b.interfaceIds[at]);

const sameLink = (a: SceneLink, b: SceneLink): boolean =>
  LINK_PARTS.every((part) => a[part] === b[part]) &&
  samePoint(a.line.from, b.line.from) &&
  samePoint(a.line.to, b.line.to) &&
  sameEnd(a.a, b.a) &&
  sameEnd(a.b, b.b);

const nodeRect = (node: SceneNode): Rect => grow(rectAround(node, node.halfWidth, node.halfHeight), NODE_MARGIN);
const linkRect = ({ line, width }: SceneLink): Rect => grow(rectBetween(line.from, line.to), LINK_MARGIN + width);

/** Null where a node came or went: a stack opened, a device was found. */
function nodeDamage(before: Scene, now: Scene): readonly Rect[] | null {
  if (before.nodes.size !== now.nodes.size) return null;
  const rects: Rect[] = [];
  for (const node of now.nodes.values()) {
    const earlier = before.nodes.get(node.key);
    if (earlier === undefined) return null;
    if (!sameNode(earlier, node)) rects.push(nodeRect(earlier), nodeRect(node));
  }
  return rects;
}

function linkDamage(before: Scene, now: Scene): readonly Rect[] | null {
  if (before.links.length !== now.links.length) return null;
  const rects: Rect[] = [];
  for (const [at, link] of now.links.entries()) {
    const earlier = before.links[at];
    // What lies over what is told by the order.
    if (earlier?.key !== link.key) return null;
    if (!sameLink(earlier, link)) rects.push(linkRect(earlier), linkRect(link));
  }
  return rects;
}

/** The strip of its title, which stands on the upper edge. */
const titleRect = ({ rect }: SiteBox): Rect => ({ ...rect, bottom: rect.top });

function siteDamage(before: Scene, now: Scene): readonly Rect[] | null {
  if (before.sites.length !== now.sites.length) return null;
  const rects: Rect[] = [];
  for (const [at, box] of now.sites.entries()) {
    const earlier = before.sites[at];
    if (earlier?.site !== box.site) return null;
    if (!sameRect(earlier.rect, box.rect)) rects.push(earlier.rect, box.rect);
    else if (!sameCounts(earlier.counts, box.counts)) rects.push(titleRect(box));
  }
  return rects;
}

function blastDamage(before: Scene, now: Scene): readonly Rect[] {
  const isIn = (blast: Blast, others: readonly Blast[]): boolean =>
    others.some(
      ({ outline }) =>
        outline.length === blast.outline.length &&
        outline.every((point, at) => samePoint(point, blast.outline[at] ?? { x: NaN, y: NaN })),
    );
  const other = [
    ...before.blasts.filter((blast) => !isIn(blast, now.blasts)),
    ...now.blasts.filter((blast) => !isIn(blast, before.blasts)),
  ];
  return other.flatMap(({ outline }) => around(outline.map((point) => rectAround(point, 4, 4))) ?? []);
}

const within = (rect: Rect, view: Rect): Rect | null =>
  overlaps(rect, view)
    ? {
        left: Math.max(rect.left, view.left),
        top: Math.max(rect.top, view.top),
        right: Math.min(rect.right, view.right),
        bottom: Math.min(rect.bottom, view.bottom),
      }
    : null;

const area = ({ left, top, right, bottom }: Rect): number => (right - left) * (bottom - top);

/** A rectangle that another one holds need not be drawn twice. */
function withoutHeld(rects: readonly Rect[]): readonly Rect[] {
  const holds = (outer: Rect, inner: Rect): boolean =>
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;
  return rects.filter(
    (rect, at) => !rects.some((other, i) => i !== at && holds(other, rect) && (i < at || !holds(rect, other))),
  );
}

/**
 * The rectangles of the world that must be drawn anew, in the view and large enough for whatever stands there. Null: draw
 * everything, because too much or what nobody can tell the place of is different.
 */
export function sceneDamage(before: Scene, now: Scene, view: Rect, zoom: number): readonly Rect[] | null {
  if (before.openedFolds.length > 0 || now.openedFolds.length > 0) return null;
  const parts = [nodeDamage(before, now), linkDamage(before, now), siteDamage(before, now), blastDamage(before, now)];
  const rects: Rect[] = [];
  for (const part of parts) {
    if (part === null) return null;
    rects.push(...part.map((rect) => grow(rect, MARGIN_PX / zoom)).flatMap((rect) => within(rect, view) ?? []));
    if (rects.length > MOST_RECTS * 4) return null;
  }
  const left = withoutHeld(rects);
  const share = left.reduce((sum, rect) => sum + area(rect), 0) / area(view);
  return left.length > MOST_RECTS || share > MOST_SHARE ? null : left;
}
