/** What the parts of the map share. */
import type { StoreApi } from 'zustand/vanilla';
import type { Scene, SceneNode } from '../scene/scene-types.ts';
import type { Camera } from './camera.ts';
import type { MapShown } from './map-shown.ts';
import type { PositionsBook } from './positions-book.ts';

export interface MapContext {
  readonly shown: StoreApi<MapShown>;
  readonly camera: Camera;
  readonly positions: PositionsBook;
  /** Null until the network is known. */
  readonly scene: () => Scene | null;
  readonly redraw: () => void;
  /** The node that the window's selection leads to. */
  readonly selectedNode: () => SceneNode | null;
}
