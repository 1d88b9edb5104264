/** Where devices stand in a drawing: as on the map where people or the layout placed them, the others on rows below. Pure. */
import type { TopologyDocument } from './topology-document.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly places: ReadonlyMap<number, Place>;
  readonly width: number;
  readonly height: number;
}

const STEP_X = 180;
const STEP_Y = 110;
const MARGIN = 90;

export function placeDevices(topology: TopologyDocument): Placed {
  const known = topology.devices.flatMap(({ id, x, y }) => (x === null || y === null ? [] : [{ id, x, y }]));
  const left = Math.min(...known.map((place) => place.x), Number.POSITIVE_INFINITY);
  const top = Math.min(...known.map((place) => place.y), Number.POSITIVE_INFINITY);
  const places = new Map<number, Place>();
  for (const { id, x, y } of known) places.set(id, { x: x - left + MARGIN, y: y - top + MARGIN });
  const knownBottom = Math.max(0, ...[...places.values()].map((place) => place.y));
  const others = topology.devices.filter((device) => !places.has(device.id));
  const columns = Math.max(1, Math.ceil(Math.sqrt(others.length * 2)));
  const firstRow = known.length > 0 ? knownBottom + STEP_Y : MARGIN;
  for (const [index, device] of others.entries()) {
    places.set(device.id, {
      x: MARGIN + (index % columns) * STEP_X,
      y: firstRow + Math.floor(index / columns) * STEP_Y,
    });
  }
  const all = [...places.values()];
  return {
    places,
    width: Math.max(0, ...all.map((place) => place.x)) + MARGIN,
    height: Math.max(0, ...all.map((place) => place.y)) + MARGIN,
  };
}
