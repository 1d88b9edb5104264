/** The menu of a link, or of several drawn as one. */
import { goTo } from '../../state/route.ts';
import { select } from '../../state/selection.ts';
import { countText } from '../../ui/count-text.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import type { MapController } from '../live/map-controller.ts';
import type { SceneEnd, SceneLink } from '../scene/scene-types.ts';
import { incidentEntries, openIncidents } from './common-entries.ts';
import { copyText } from './menu-actions.ts';

const nameOf = (controller: MapController, { node }: SceneEnd): string => controller.scene?.nodes.get(node)?.name ?? '';

/** The port of one end: known only where the link is drawn for itself. */
function portEntries(controller: MapController, link: SceneLink): readonly MenuEntry[] {
  return [link.a, link.b].flatMap((end) => {
    const node = controller.scene?.nodes.get(end.node);
    const [deviceId] = node?.deviceIds ?? [];
    const [interfaceId] = end.interfaceIds;
    if (node?.kind !== 'device' || deviceId === undefined || interfaceId === undefined) return [];
    const open = (): void => {
      goTo({ view: 'device', deviceId, tab: 'interfaces' });
      select({ kind: 'interface', deviceId, interfaceId });
    };
    return [{ label: `Graphs of ${node.name} ${end.port ?? ''}`.trim(), onChoose: open }];
  });
}

export function linkEntries(controller: MapController, link: SceneLink): readonly MenuEntry[] {
  const [linkId] = link.linkIds;
  if (linkId === undefined) return [];
  const ids = new Set(link.linkIds);
  const words = [link.a, link.b].map((end) => `${nameOf(controller, end)} ${end.port ?? ''}`.trim()).join(' to ');
  const why = link.linkIds.length === 1 ? 'Why is this link here?' : `Inspect ${countText(ids.size, 'link')}`;
  return [
    { label: why, onChoose: () => select({ kind: 'link', linkId }) },
    ...incidentEntries(openIncidents(controller, (incident) => ids.has(incident.linkId ?? -1))),
    ...portEntries(controller, link).map((entry, i) => ({ ...entry, apart: i === 0 })),
    { label: 'Select both ends', apart: true, onChoose: () => controller.group.set([link.a.node, link.b.node]) },
    { label: 'Copy both ends', onChoose: () => void copyText(words) },
  ];
}
