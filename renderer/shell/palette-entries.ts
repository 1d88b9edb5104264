/** Search hits and commands as rows of the palette. */
import { IconAlertHexagon, IconNetwork, IconPlug, IconServer, IconTag, type TablerIcon } from '@tabler/icons-react';
import type { SearchHit } from '../../shared/contract/settings.ts';
import { showOnMap } from '../state/map-target.ts';
import { goTo, parseRoute } from '../state/route.ts';
import { select } from '../state/selection.ts';
import type { Command } from './commands.ts';
import { commandKeyText } from './key-text.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly icon: TablerIcon;
  readonly title: string;
  readonly subtitle: string;
  /** At the right end: what it is, or the keys of a command. */
  readonly kind: string;
  readonly run: () => void;
}

const kinds: Readonly<Record<SearchHit['kind'], { readonly word: string; readonly icon: TablerIcon }>> = {
  device: { word: 'Device', icon: IconServer },
  interface: { word: 'Interface', icon: IconPlug },
  address: { word: 'Address', icon: IconNetwork },
  mac: { word: 'MAC', icon: IconTag },
  incident: { word: 'Incident', icon: IconAlertHexagon },
};

/** Goes where the thing is at home, and selects it there. On the map that is the map: it flies there. */
function openHit(hit: SearchHit): void {
  if (hit.kind === 'incident') {
    goTo({ view: 'incidents' });
    select({ kind: 'incident', incidentId: hit.id });
    return;
  }
  const deviceId = hit.kind === 'device' ? hit.id : hit.deviceId;
  if (deviceId === null) return;
  if (parseRoute(location.hash).view === 'map' && hit.kind !== 'interface') {
    showOnMap({ kind: 'device', deviceId });
    return;
  }
  const isPort = hit.kind === 'interface';
  select(isPort ? { kind: 'interface', deviceId, interfaceId: hit.id } : { kind: 'device', deviceId });
  goTo({ view: 'device', deviceId, tab: isPort ? 'interfaces' : 'overview' });
}

export function hitEntry(hit: SearchHit): PaletteEntry {
  const { word, icon } = kinds[hit.kind];
  return {
    key: `${hit.kind} ${hit.id} ${hit.title}`,
    icon,
    title: hit.title,
    subtitle: hit.subtitle,
    kind: word,
    run: () => openHit(hit),
  };
}

export function commandEntry(command: Command): PaletteEntry {
  return {
    key: command.label,
    icon: command.icon,
    title: command.label,
    subtitle: '',
    kind: commandKeyText({ id: command.id, keys: command.keys ?? null }) ?? 'Command',
    run: command.run,
  };
}
