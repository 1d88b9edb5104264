/** The entries of the menu of whatever was pointed at. Only what can be done now: what cannot is not there. */
import type { MenuEntry } from '../../ui/Menu.tsx';
import type { MapController } from '../live/map-controller.ts';
import type { MenuTarget } from '../live/menu-target.ts';
import { canvasEntries, type CanvasVerbs } from './canvas-entries.ts';
import { deviceEntries, foldEntries } from './device-entries.ts';
import { groupEntries, siteEntries } from './group-entries.ts';
import { linkEntries } from './link-entries.ts';

export function entriesOf(controller: MapController, target: MenuTarget, verbs: CanvasVerbs): readonly MenuEntry[] {
  switch (target.kind) {
    case 'device':
      return deviceEntries(controller, target.node);
    case 'fold':
      return foldEntries(controller, target.node);
    case 'site':
      return siteEntries(controller, target.site, target.closed);
    case 'link':
      return linkEntries(controller, target.link);
    case 'group':
      return groupEntries(controller, target.nodes);
    case 'canvas':
      return canvasEntries(controller, verbs);
  }
}

/** What a menu is called for screen readers. */
export function menuName(target: MenuTarget): string {
  switch (target.kind) {
    case 'device':
    case 'fold':
      return target.node.name;
    case 'site':
      return `Site ${target.site}`;
    case 'link':
      return 'Link';
    case 'group':
      return `${target.nodes.length} selected`;
    case 'canvas':
      return 'Map';
  }
}
