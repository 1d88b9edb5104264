/** The views that the rail, the palette and the keys lead to. */
import {
  IconAlertHexagon,
  IconLayoutDashboard,
  IconFileDiff,
  IconLogs,
  IconChartAreaLine,
  IconServer,
  IconSettings,
  IconTopologyStar3,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Route } from '../state/route.ts';

export interface ViewEntry {
  readonly label: string;
  readonly route: Route;
  readonly icon: TablerIcon;
  /** Second key of the chord that begins with G. */
  readonly key: string;
}

export const mainViews: readonly ViewEntry[] = [
  { label: 'Overview', route: { view: 'overview' }, icon: IconLayoutDashboard, key: 'o' },
  { label: 'Map', route: { view: 'map' }, icon: IconTopologyStar3, key: 'm' },
  { label: 'Devices', route: { view: 'devices' }, icon: IconServer, key: 'd' },
  { label: 'Incidents', route: { view: 'incidents' }, icon: IconAlertHexagon, key: 'i' },
  { label: 'Graphs', route: { view: 'graphs', board: null }, icon: IconChartAreaLine, key: 'g' },
  { label: 'Configs', route: { view: 'configs', compare: null }, icon: IconFileDiff, key: 'c' },
  { label: 'Logs', route: { view: 'logs' }, icon: IconLogs, key: 'l' },
];

export const settingsView: ViewEntry = {
  label: 'Settings',
  route: { view: 'settings', section: 'network' },
  icon: IconSettings,
  key: 's',
};

/** Pages without a place of their own in the rail, and where they belong. */
const parents: Partial<Record<Route['view'], Route['view']>> = { device: 'devices', handover: 'overview' };

/** Whether a route lies inside a view of the rail. */
export function isInside(route: Route, entry: ViewEntry): boolean {
  return entry.route.view === (parents[route.view] ?? route.view);
}
