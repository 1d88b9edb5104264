/**
 * Where the reader is, kept in the address's fragment: `#/devices/12/interfaces`, `#/devices?filter=state:down`. What a
 * filter may say: filter-terms.ts.
 */
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
  'terminal',
  'log',
] as const;
export type DeviceTab = (typeof deviceTabs)[number];

export const settingsSections = [
  'network',
  'credentials',
  'ranges',
  'polling',
  'storage',
  'appearance',
  'keyboard',
  'alerts',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Pages that explain. */
export const helpPages = ['states'] as const;
export type HelpPage = (typeof helpPages)[number];

export type Route =
  | { readonly view: 'overview' }
  | { readonly view: 'map' }
  /** The map and the open incidents for a screen that nobody sits at. */
  | { readonly view: 'wall' }
  | { readonly view: 'devices'; readonly filter?: string }
  /** `line`, from 1, of the newest configuration on its tab. */
  | { readonly view: 'device'; readonly deviceId: number; readonly tab: DeviceTab; readonly line?: number | undefined }
  | { readonly view: 'incidents'; readonly filter?: string }
  | { readonly view: 'logs'; readonly filter?: string }
  /** `since` is when the shift began, as the `since:` of a filter has it; absent: the standard shift. */
  | { readonly view: 'handover'; readonly since?: string }
  | { readonly view: 'help'; readonly page: HelpPage }
  /** `compare`: two devices. */
  | { readonly view: 'configs'; readonly compare: readonly [number, number] | null }
  /** Null: the board that was looked at last. */
  | { readonly view: 'graphs'; readonly board: number | 'busiest' | null }
  | { readonly view: 'settings'; readonly section: SettingsSection }
  | { readonly view: 'console' }
  | { readonly view: 'add-devices' }
  | { readonly view: 'gallery' };

function oneOf<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return words.find((known) => known === word);
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** A row's id or a line's number; null for what is none. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
}

function deviceRoute(id: string, tab: string | undefined, line: string | undefined): Route {
  const deviceId = numberOf(id);
  if (deviceId === null) return { view: 'devices' };
  const route = { view: 'device', deviceId, tab: oneOf(deviceTabs, tab) ?? 'overview' } as const;
  const at = route.tab === 'config' ? numberOf(line) : null;
  return at === null ? route : { ...route, line: at };
}

function configsRoute(first: string | undefined, a: string | undefined, b: string | undefined): Route {
  const [left, right] = [numberOf(a), numberOf(b)];
  const compare = first === 'compare' && left !== null && right !== null ? ([left, right] as const) : null;
  return { view: 'configs', compare };
}

/** A list with the rows that are meant; without a filter it shows all. */
function listRoute(view: 'devices' | 'incidents' | 'logs', query: string): Route {
  const filter = new URLSearchParams(query).get('filter')?.trim() ?? '';
  return filter === '' ? { view } : { view, filter };
}

function handoverRoute(query: string): Route {
  const since = new URLSearchParams(query).get('since')?.trim() ?? '';
  return since === '' ? { view: 'handover' } : { view: 'handover', since };
}

/** Reads a fragment with or without its `#`. What it does not know leads to the map. */
export function parseRoute(fragment: string): Route {
  const [path = '', query = ''] = splitOnce(fragment.replace(/^#?\/?/, ''), '?');
  const [view, first, second, third] = path.split('/');
  switch (view) {
    case 'devices':
      return first === undefined || first === '' ? listRoute(view, query) : deviceRoute(first, second, third);
    case 'configs':
      return configsRoute(first, second, third);
    case 'incidents':
    case 'logs':
      return listRoute(view, query);
    case 'handover':
      return handoverRoute(query);
    case 'help':
      return { view, page: oneOf(helpPages, first) ?? 'states' };
    case 'overview':
    case 'wall':
    case 'console':
    case 'add-devices':
    case 'gallery':
      return { view };
    case 'graphs':
      return { view, board: first === 'busiest' ? first : numberOf(first) };
    case 'settings':
      return { view, section: oneOf(settingsSections, first) ?? 'network' };
    default:
      return { view: 'map' };
  }
}

/** A query whose colons stay readable: `?filter=state:down+site:north`. */
function queryOf(name: string, value: string | undefined): string {
  if (value === undefined || value.trim() === '') return '';
  return `?${new URLSearchParams({ [name]: value.trim() }).toString().replaceAll('%3A', ':')}`;
}

export function routeHash(route: Route): string {
  switch (route.view) {
    case 'devices':
    case 'incidents':
    case 'logs':
      return `#/${route.view}${queryOf('filter', route.filter)}`;
    case 'device':
      return `#/devices/${route.deviceId}${route.tab === 'overview' ? '' : `/${route.tab}`}${route.line === undefined ? '' : `/${route.line}`}`;
    case 'configs':
      return route.compare === null ? '#/configs' : `#/configs/compare/${route.compare.join('/')}`;
    case 'handover':
      return `#/handover${queryOf('since', route.since)}`;
    case 'help':
      return `#/help/${route.page}`;
    case 'graphs':
      return `#/graphs${route.board === null ? '' : `/${route.board}`}`;
    case 'settings':
      return `#/settings/${route.section}`;
    default:
      return `#/${route.view}`;
  }
}

export function goTo(route: Route): void {
  location.hash = routeHash(route);
}

const replaced = new Set<() => void>();

/** The same place with other words in the address: nothing to go back to. */
export function replaceRoute(route: Route): void {
  if (routeHash(route) === location.hash) return;
  history.replaceState(history.state, '', routeHash(route));
  for (const onChange of replaced) onChange();
}

function followHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  replaced.add(onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    replaced.delete(onChange);
  };
}

let parsed: { readonly hash: string; readonly route: Route } | null = null;

function currentRoute(): Route {
  if (parsed?.hash !== location.hash) parsed = { hash: location.hash, route: parseRoute(location.hash) };
  return parsed.route;
}

export function useRoute(): Route {
  return useSyncExternalStore(followHash, currentRoute);
}

/** What the address asks of the list that is shown; empty where it asks for nothing. */
export function useListFilter(): string {
  const route = useRoute();
  return 'filter' in route ? (route.filter ?? '') : '';
}
