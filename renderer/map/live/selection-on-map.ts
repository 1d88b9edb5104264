/** The window's one selection, as the map shows it. */
import type { Selection } from '../../state/selection.ts';
import type { NodeKey, Scene, SceneLink } from '../scene/scene-types.ts';

export interface SelectedOnMap {
  readonly node: NodeKey | null;
  readonly link: SceneLink | null;
}

function linkOfInterface(scene: Scene, interfaceId: number): SceneLink | null {
  return scene.links.find(({ a, b }) => [...a.interfaceIds, ...b.interfaceIds].includes(interfaceId)) ?? null;
}

/** A port selects its device and its link, an incident the device at its root. */
export function selectedOnMap(
  scene: Scene,
  selection: Selection | null,
  deviceOfIncident: (incidentId: number) => number | null,
): SelectedOnMap {
  switch (selection?.kind) {
    case undefined:
      return { node: null, link: null };
    case 'device':
      return { node: scene.nodeOf.get(selection.deviceId) ?? null, link: null };
    case 'interface':
    case 'rate': {
      const link = linkOfInterface(scene, selection.interfaceId);
      return { node: scene.nodeOf.get(selection.deviceId) ?? null, link };
    }
    case 'sensor':
    case 'part':
    case 'vlan':
    case 'identity':
      return { node: scene.nodeOf.get(selection.deviceId) ?? null, link: null };
    case 'link':
      return { node: null, link: scene.links.find(({ linkIds }) => linkIds.includes(selection.linkId)) ?? null };
    case 'incident': {
      const deviceId = deviceOfIncident(selection.incidentId);
      return { node: deviceId === null ? null : (scene.nodeOf.get(deviceId) ?? null), link: null };
    }
  }
}
