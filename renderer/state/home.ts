/**
 * Which view an address without a route leads to. Two views show the whole network: whoever comes back finds the one they
 * left, a newcomer the map. The map comes first because it is what people come for; who begins the shift with the overview
 * has chosen so once.
 */
import { usePreferences } from './preferences.ts';
import { parseRoute, routeHash } from './route.ts';

function remember(): void {
  const { view } = parseRoute(location.hash);
  if (view === 'map' || view === 'overview') usePreferences.getState().setHome(view);
}

/** Goes home where the address says nothing, and remembers from then on. Called once, before the page is drawn. */
export function goHome(): void {
  if (location.hash === '') {
    history.replaceState(history.state, '', routeHash({ view: usePreferences.getState().home }));
  }
  window.addEventListener('hashchange', remember);
}
