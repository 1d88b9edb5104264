/** Selects what lies on the map, without the map flying to what is in view already. */
import { select, type Selection } from '../../state/selection.ts';
import type { SceneLink, SceneNode } from '../scene/scene-types.ts';

let selecting = false;

/** True while a selection is the map's own doing. */
export const isSelectingHere = (): boolean => selecting;

export function selectHere(selection: Selection | null): void {
  selecting = true;
  select(selection);
  selecting = false;
}

export function selectNode(node: SceneNode): void {
  const [deviceId] = node.deviceIds;
  if (deviceId !== undefined) selectHere({ kind: 'device', deviceId });
}

export function selectLink(link: SceneLink): void {
  const [linkId] = link.linkIds;
  if (linkId !== undefined) selectHere({ kind: 'link', linkId });
}
