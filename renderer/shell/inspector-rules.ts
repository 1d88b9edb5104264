import type { Route } from '../state/route.ts';
import type { Selection } from '../state/selection.ts';

const STANDARD_WIDTH = 344;
const INCIDENTS_WIDTH = 424;

export function standardInspectorWidth(route: Route): number {
  return route.view === 'incidents' ? INCIDENTS_WIDTH : STANDARD_WIDTH;
}

/** A device's own page shows the device itself, and two of its tabs its interfaces; there the inspector is for what lies beside them. */
export function inspectorShows(route: Route, selection: Selection | null): boolean {
  if (selection === null || route.view === 'settings') return false;
  if (route.view !== 'device') return true;
  if (selection.kind === 'interface') return route.tab !== 'overview' && route.tab !== 'interfaces';
  return !(selection.kind === 'device' && selection.deviceId === route.deviceId);
}
