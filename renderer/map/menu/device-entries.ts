/** The menus of a device and of a stack of folded leaves. */
import { goTo } from '../../state/route.ts';
import { select } from '../../state/selection.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { useMapChoices } from '../live/map-choices.ts';
import type { MapController } from '../live/map-controller.ts';
import { foldAway, openedFoldOf, openNode, openSiteOf } from '../live/open-node.ts';
import type { MapFilter } from '../scene/filter-devices.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { careEntries, copyEntries, devicesOf, incidentEntries, openIncidents, pinEntry } from './common-entries.ts';

/** Its direct neighbours as the map shows them, itself included. */
function withNeighbours(controller: MapController, node: SceneNode): readonly string[] {
  const links = controller.scene?.links ?? [];
  const others = links.flatMap(({ a, b }) => (a.node === node.key ? [b.node] : b.node === node.key ? [a.node] : []));
  return [node.key, ...others];
}

function foldEntry(controller: MapController, node: SceneNode): readonly MenuEntry[] {
  const { scene } = controller;
  if (!scene) return [];
  const inFold = openedFoldOf(scene, node) !== null;
  const site = openSiteOf(scene, node);
  if (!inFold && site === null) return [];
  const label = inFold ? 'Fold its stack' : `Fold ${site ?? ''}`;
  return [{ label, keys: 'Backspace', onChoose: () => foldAway(scene, node) }];
}

function hopEntries(rootId: number): readonly MenuEntry[] {
  const show = (hops: MapFilter['hops']) => (): void => useMapChoices.getState().setFilter({ hops });
  return ([1, 2, 3] as const).map((depth) => ({
    label: depth === 1 ? 'Show 1 hop around' : `Show ${depth} hops around`,
    apart: depth === 1,
    onChoose: show({ rootId, depth }),
  }));
}

export function deviceEntries(controller: MapController, node: SceneNode): readonly MenuEntry[] {
  const devices = devicesOf(controller, node.deviceIds);
  const [device] = devices;
  if (!device) return [];
  const { id } = device;
  const because = device.stateBecause ?? device.problem;
  return [
    { label: 'Open', keys: 'Enter', onChoose: () => openNode(node) },
    ...(device.managed
      ? [{ label: 'Show graphs', onChoose: () => goTo({ view: 'device', deviceId: id, tab: 'interfaces' }) }]
      : []),
    ...incidentEntries(openIncidents(controller, ({ deviceId, affected }) => deviceId === id || affected.includes(id))),
    ...(because === null ? [] : [{ label: 'Why is it so?', onChoose: () => select({ kind: 'device', deviceId: id }) }]),
    ...careEntries(devices).map((entry, i) => ({ ...entry, apart: i === 0 })),
    ...hopEntries(id),
    {
      label: 'Select with neighbours',
      apart: true,
      onChoose: () => controller.group.set(withNeighbours(controller, node)),
    },
    ...foldEntry(controller, node),
    ...pinEntry(controller, [node], node.deviceIds),
    ...copyEntries(devices),
  ];
}

export function foldEntries(controller: MapController, node: SceneNode): readonly MenuEntry[] {
  const devices = devicesOf(controller, node.deviceIds);
  const ids = new Set(node.deviceIds);
  const concerns = openIncidents(controller, ({ deviceId, affected }) =>
    [deviceId ?? -1, ...affected].some((id) => ids.has(id)),
  );
  return [
    { label: 'Unfold', keys: 'Enter', onChoose: () => openNode(node) },
    ...incidentEntries(concerns),
    ...careEntries(devices).map((entry, i) => ({ ...entry, apart: i === 0 })),
    {
      label: 'Select with neighbours',
      apart: true,
      onChoose: () => controller.group.set(withNeighbours(controller, node)),
    },
    ...pinEntry(controller, [node], node.deviceIds),
    ...copyEntries(devices),
  ];
}
