/** What each open incident took with it, as one outline around the nodes that show those devices. */
import type { Incident } from '../../../shared/contract/incidents.ts';
import { blastOutline } from '../geometry/blast-outline.ts';
import type { PlacedLabel } from '../geometry/place-labels.ts';
import { contains, rectAround, type Point, type Rect } from '../geometry/plane.ts';
import type { Blast, BlastRoot, NodeKey, SceneNode, SiteBox } from './scene-types.ts';

const PADDING = 14;

/** Open incidents with a device at their root and others behind it. */
export function blastRoots(incidents: readonly Incident[]): readonly BlastRoot[] {
  return incidents.flatMap((incident) => {
    const { id, deviceId, affected, closedAtMs, openedAtMs } = incident;
    if (deviceId === null || closedAtMs !== null || affected.length === 0) return [];
    return [{ incidentId: id, deviceId, affected, openedAtMs }];
  });
}

function rectsOf(node: SceneNode, label: PlacedLabel | undefined): readonly Rect[] {
  const own = rectAround(node, node.halfWidth, node.halfHeight);
  return label ? [own, label.rect] : [own];
}

/** Below the outline, and below the site's box that it lies in. */
function footOf(outline: readonly Point[], sites: readonly SiteBox[]): Point {
  const xs = outline.map(({ x }) => x);
  const bottom = Math.max(...outline.map(({ y }) => y));
  const foot = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: bottom };
  const box = sites.find(({ rect }) => contains(rect, { x: foot.x, y: bottom - PADDING * 2 }));
  return { x: foot.x, y: Math.max(bottom, box?.rect.bottom ?? bottom) };
}

interface BlastSurroundings {
  readonly nodes: ReadonlyMap<NodeKey, SceneNode>;
  readonly nodeOf: ReadonlyMap<number, NodeKey>;
  readonly labels: ReadonlyMap<NodeKey, PlacedLabel>;
  readonly sites: readonly SiteBox[];
}

/** An outline that holds but one node says nothing: a site's card or the node itself shows it already. */
export function blastsOf(
  roots: readonly BlastRoot[],
  { nodes, nodeOf, labels, sites }: BlastSurroundings,
): readonly Blast[] {
  return roots.flatMap((root) => {
    const keys = new Set([root.deviceId, ...root.affected].flatMap((id) => nodeOf.get(id) ?? []));
    const members = [...keys].flatMap((key) => nodes.get(key) ?? []);
    const rootNode = nodes.get(nodeOf.get(root.deviceId) ?? '');
    if (members.length < 2 || !rootNode) return [];
    const outline = blastOutline(
      members.flatMap((node) => rectsOf(node, labels.get(node.key))),
      PADDING,
    );
    const { incidentId, affected, openedAtMs } = root;
    return [
      {
        incidentId,
        outline,
        foot: footOf(outline, sites),
        rootName: rootNode.name,
        affected: affected.length,
        openedAtMs,
      },
    ];
  });
}
