/** Opens what a node stands for, and folds it again. */
import { goTo } from '../../state/route.ts';
import type { Scene, SceneNode } from '../scene/scene-types.ts';
import { useMapChoices } from './map-choices.ts';

/** A stack and a site open on the map, a device in its own view. */
export function openNode(node: SceneNode): void {
  const { setFoldOpen, setSite } = useMapChoices.getState();
  if (node.kind === 'fold') setFoldOpen(node.key, true);
  else if (node.kind === 'site') setSite(node.name, 'open');
  else for (const deviceId of node.deviceIds) goTo({ view: 'device', deviceId, tab: 'overview' });
}

/** The opened stack that a device belongs to. */
export const openedFoldOf = (scene: Scene, node: SceneNode): string | null =>
  scene.openedFolds.find(({ members }) => node.deviceIds.some((id) => members.has(id)))?.key ?? null;

/** The open site whose box a node stands in. */
export function openSiteOf(scene: Scene, node: SceneNode): string | null {
  const inside = scene.sites.filter(
    ({ rect }) => node.x > rect.left && node.x < rect.right && node.y > rect.top && node.y < rect.bottom,
  );
  return inside[0]?.site ?? null;
}

/** Folds the stack that the node came out of, else its site. False when there is neither. */
export function foldAway(scene: Scene, node: SceneNode): boolean {
  const { setFoldOpen, setSite } = useMapChoices.getState();
  const fold = openedFoldOf(scene, node);
  if (fold !== null) {
    setFoldOpen(fold, false);
    return true;
  }
  const site = openSiteOf(scene, node);
  if (site === null) return false;
  setSite(site, 'closed');
  return true;
}
