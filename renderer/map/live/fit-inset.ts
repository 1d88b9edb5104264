/** How much of the lower edge must stay free when the whole map is shown, so that legend and controls hide nothing of it. */
import { overlaps, rectAround, type Rect } from '../geometry/plane.ts';
import type { Scene } from '../scene/scene-types.ts';
import { fitted, toScreen, type Size } from './viewport.ts';

/** What lies over the lower corners, with its distance to them. */
export const CONTROLS = { width: 216, height: 116 } as const;
export const LEGEND = { width: 372, height: 144 } as const;

function corners({ width, height }: Size, legendFolded: boolean): readonly Rect[] {
  const controls = { left: width - CONTROLS.width, top: height - CONTROLS.height, right: width, bottom: height };
  const legend = { left: 0, top: height - LEGEND.height, right: LEGEND.width, bottom: height };
  return legendFolded ? [controls] : [controls, legend];
}

/** 0 where nothing would be hidden, else the height of the taller corner. */
export function fitInset(scene: Scene, size: Size, legendFolded: boolean): number {
  if (!scene.bounds) return 0;
  const viewport = fitted(scene.bounds, size);
  const taken = corners(size, legendFolded);
  const hidden = [...scene.nodes.values()].some((node) => {
    const rect = rectAround(toScreen(viewport, node), node.halfWidth * viewport.zoom, node.halfHeight * viewport.zoom);
    return taken.some((corner) => overlaps(corner, rect));
  });
  return hidden ? Math.max(...taken.map(({ top, bottom }) => bottom - top)) : 0;
}
