/** Entries that several menus have. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import { goTo } from '../../state/route.ts';
import { countText } from '../../ui/count-text.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import type { MapController } from '../live/map-controller.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { copyText, pollNow, setMaintenance, showIncident } from './menu-actions.ts';

export function devicesOf(controller: MapController, ids: readonly number[]): readonly Device[] {
  const wanted = new Set(ids);
  return controller.network().devices.filter(({ id }) => wanted.has(id));
}

export const openIncidents = (
  controller: MapController,
  concerns: (incident: Incident) => boolean,
): readonly Incident[] =>
  controller.network().incidents.filter((incident) => incident.closedAtMs === null && concerns(incident));

/** One leads to itself, several to their list. */
export function incidentEntries(incidents: readonly Incident[]): readonly MenuEntry[] {
  const [first, ...more] = incidents;
  if (!first) return [];
  if (more.length === 0) return [{ label: 'Go to its incident', onChoose: () => showIncident(first.id) }];
  const label = `Go to its ${countText(incidents.length, 'open incident')}`;
  return [{ label, onChoose: () => goTo({ view: 'incidents' }) }];
}

/** What is only heard of cannot be polled. */
export function careEntries(devices: readonly Device[]): readonly MenuEntry[] {
  const managed = devices.filter((device) => device.managed);
  if (managed.length === 0) return [];
  const maintained = managed.every(({ state }) => state === 'maintenance');
  return [
    { label: managed.length === 1 ? 'Poll now' : `Poll ${managed.length} now`, onChoose: () => void pollNow(managed) },
    {
      label: maintained ? 'End maintenance' : 'Begin maintenance',
      onChoose: () => void setMaintenance(managed, !maintained),
    },
  ];
}

export function copyEntries(devices: readonly Device[]): readonly MenuEntry[] {
  const many = devices.length > 1;
  const names = devices.map(({ name }) => name).join('\n');
  const addresses = devices.flatMap(({ address }) => (address === '' ? [] : [address])).join('\n');
  return [
    { label: many ? 'Copy names' : 'Copy name', apart: true, onChoose: () => void copyText(names) },
    ...(addresses === ''
      ? []
      : [{ label: many ? 'Copy addresses' : 'Copy address', onChoose: () => void copyText(addresses) }]),
  ];
}

/** Not there while the map is locked. */
export function pinEntry(controller: MapController, nodes: readonly SceneNode[], ids: readonly number[]): MenuEntry[] {
  if (controller.moves.locked) return [];
  const positions = new Map(controller.network().positions.map((position) => [position.id, position]));
  const pinned = ids.every((id) => positions.get(id)?.pinned === true);
  return [{ label: pinned ? 'Unpin' : 'Pin in place', onChoose: () => controller.moves.pin(nodes, !pinned) }];
}
