/** Into wall mode and out of it: the map and the open incidents, full screen. */
import { goTo } from './route.ts';

/** Whoever calls it must come from a key or a click: browsers let nobody else fill the screen. Without it the wall is a page. */
export function enterWall(): void {
  goTo({ view: 'wall' });
  document.documentElement.requestFullscreen().catch(() => undefined);
}

export function leaveWall(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
  goTo({ view: 'map' });
}
