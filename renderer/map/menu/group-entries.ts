/** The menus of several nodes selected together, and of a site: what is done to all of them at once. */
import type { MenuEntry } from '../../ui/Menu.tsx';
import type { Axis, Edge } from '../geometry/align.ts';
import { useMapChoices } from '../live/map-choices.ts';
import type { MapController } from '../live/map-controller.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { careEntries, copyEntries, devicesOf, incidentEntries, openIncidents, pinEntry } from './common-entries.ts';

export const edgeNames: Readonly<Record<Edge, string>> = {
  left: 'Align left',
  centre: 'Align centres',
  right: 'Align right',
  top: 'Align top',
  middle: 'Align middles',
  bottom: 'Align bottom',
};
export const edges: readonly Edge[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];

export const axisNames: Readonly<Record<Axis, string>> = {
  horizontally: 'Distribute horizontally',
  vertically: 'Distribute vertically',
};
export const axes: readonly Axis[] = ['horizontally', 'vertically'];

/** Two can be aligned, three be distributed. */
export const LEAST_TO_DISTRIBUTE = 3;

function placeEntries(controller: MapController, nodes: readonly SceneNode[]): readonly MenuEntry[] {
  if (controller.moves.locked) return [];
  const { moves } = controller;
  const spread = nodes.length < LEAST_TO_DISTRIBUTE ? [] : axes;
  return [
    ...edges.map((edge, i) => ({ label: edgeNames[edge], apart: i === 0, onChoose: () => moves.align(nodes, edge) })),
    ...spread.map((axis) => ({ label: axisNames[axis], onChoose: () => moves.distribute(nodes, axis) })),
  ];
}

export const idsOf = (nodes: readonly SceneNode[]): readonly number[] => nodes.flatMap(({ deviceIds }) => deviceIds);

function arrangeEntry(controller: MapController, ids: readonly number[]): readonly MenuEntry[] {
  if (controller.moves.locked || ids.length < 2) return [];
  return [{ label: 'Arrange here by role', onChoose: () => void controller.arrangeHere(ids) }];
}

export function groupEntries(controller: MapController, nodes: readonly SceneNode[]): readonly MenuEntry[] {
  const ids = idsOf(nodes);
  const devices = devicesOf(controller, ids);
  return [
    ...careEntries(devices),
    ...placeEntries(controller, nodes),
    ...arrangeEntry(controller, ids).map((entry) => ({ ...entry, apart: true })),
    ...pinEntry(controller, nodes, ids),
    ...copyEntries(devices),
    { label: 'Clear the selection', keys: 'Escape', apart: true, onChoose: () => controller.group.clear() },
  ];
}

export function siteEntries(controller: MapController, site: string, closed: boolean): readonly MenuEntry[] {
  const { filter, setFilter, setSite } = useMapChoices.getState();
  const devices = controller.network().devices.filter((device) => device.site === site);
  const ids = devices.map(({ id }) => id);
  const inside = new Set(ids);
  const nodes = [...(controller.scene?.nodes.values() ?? [])].filter(({ deviceIds }) =>
    deviceIds.some((id) => inside.has(id)),
  );
  const only = filter.site === site;
  return [
    closed
      ? { label: 'Open site', keys: 'Enter', onChoose: () => setSite(site, 'open') }
      : { label: 'Fold site', onChoose: () => setSite(site, 'closed') },
    { label: only ? 'Show all sites' : 'Show only this site', onChoose: () => setFilter({ site: only ? null : site }) },
    ...incidentEntries(openIncidents(controller, (incident) => incident.site === site)),
    ...careEntries(devices).map((entry, i) => ({ ...entry, apart: i === 0 })),
    ...(closed
      ? []
      : [
          {
            label: 'Select all in it',
            apart: true,
            onChoose: () => controller.group.set(nodes.map(({ key }) => key)),
          },
          ...arrangeEntry(controller, ids),
        ]),
    ...pinEntry(controller, nodes, ids),
    ...copyEntries(devices),
  ];
}
