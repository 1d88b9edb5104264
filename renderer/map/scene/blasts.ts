/** What each open incident took with it, as one outline around the nodes that show those devices. */
import type { Incident } from '../../../shared/contract/incidents.ts';
import { blastOutline } from '../geometry/blast-outline.ts';
import type { PlacedLabel } from '../geometry/place-labels.ts';
import { rectAround, type Point, type Rect } from '../geometry/plane.ts';
import type { Blast, BlastRoot, NodeKey, SceneNode } from './scene-types.ts';

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

/** Below the outline, under its lowest edge. */
function footOf(outline: readonly Point[]): Point {
  const bottom = Math.max(...outline.map(({ y }) => y));
  const xs = outline.filter(({ y }) => y > bottom - 1).map(({ x }) => x);
  return { x: xs.reduce((sum, x) => sum + x, 0) / xs.length, y: bottom };
}

/** An outline that holds but one node says nothing: a site's card or the node itself shows it already. */
export function blastsOf(
  roots: readonly BlastRoot[],
  nodes: ReadonlyMap<NodeKey, SceneNode>,
  nodeOf: ReadonlyMap<number, NodeKey>,
  labels: ReadonlyMap<NodeKey, PlacedLabel>,
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
        foot: footOf(outline),
        rootName: rootNode.name,
        affected: affected.length,
        openedAtMs,
      },
    ];
  });
}
