/** Where the reader is, kept in the address's fragment: `#/devices/12/interfaces`. */
import { useSyncExternalStore } from 'react';

export const deviceTabs = [
  'overview',
  'interfaces',
  'hardware',
  'sensors',
  'optics',
  'vlans',
  'neighbours',
  'config',
  'log',
] as const;
export type DeviceTab = (typeof deviceTabs)[number];

export const settingsSections = ['network', 'credentials', 'ranges', 'polling', 'storage', 'appearance'] as const;
export type SettingsSection = (typeof settingsSections)[number];

export type Route =
  | { readonly view: 'map' }
  | { readonly view: 'devices' }
  | { readonly view: 'device'; readonly deviceId: number; readonly tab: DeviceTab }
  | { readonly view: 'incidents' }
  | { readonly view: 'settings'; readonly section: SettingsSection }
  | { readonly view: 'console' }
  | { readonly view: 'add-devices' }
  | { readonly view: 'gallery' };

function oneOf<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return words.find((known) => known === word);
}

function deviceRoute(id: string, tab: string | undefined): Route {
  const deviceId = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : null;
  if (deviceId === null) return { view: 'devices' };
  return { view: 'device', deviceId, tab: oneOf(deviceTabs, tab) ?? 'overview' };
}

/** Reads a fragment with or without its `#`. What it does not know leads to the map. */
export function parseRoute(fragment: string): Route {
  const [view, first, second] = fragment.replace(/^#?\/?/, '').split('/');
  switch (view) {
    case 'devices':
      return first === undefined || first === '' ? { view } : deviceRoute(first, second);
    case 'incidents':
    case 'console':
    case 'add-devices':
    case 'gallery':
      return { view };
    case 'settings':
      return { view, section: oneOf(settingsSections, first) ?? 'network' };
    default:
      return { view: 'map' };
  }
}

export function routeHash(route: Route): string {
  switch (route.view) {
    case 'device':
      return `#/devices/${route.deviceId}${route.tab === 'overview' ? '' : `/${route.tab}`}`;
    case 'settings':
      return `#/settings/${route.section}`;
    default:
      return `#/${route.view}`;
  }
}

export function goTo(route: Route): void {
  location.hash = routeHash(route);
}

function followHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

let parsed: { readonly hash: string; readonly route: Route } | null = null;

function currentRoute(): Route {
  if (parsed?.hash !== location.hash) parsed = { hash: location.hash, route: parseRoute(location.hash) };
  return parsed.route;
}

export function useRoute(): Route {
  return useSyncExternalStore(followHash, currentRoute);
}
