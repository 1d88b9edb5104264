/**
 * The token comes in the address's fragment (`#token=…`), which no server and no referrer ever sees; behind it may stand a view
 * to begin with (`#token=…/gallery`). It is taken out of the address bar at once, and kept for this tab only, so that a reload still
 * works.
 */
const KEY = 'trunkline.token';

export function takePageToken(): string | undefined {
  const [, given, view] = /^#token=([A-Za-z0-9_-]+)(\/[a-z-]+)?$/.exec(location.hash) ?? [];
  if (given === undefined) return sessionStorage.getItem(KEY) ?? undefined;
  sessionStorage.setItem(KEY, given);
  history.replaceState(history.state, '', location.pathname + location.search + (view === undefined ? '' : `#${view}`));
  return given;
}
