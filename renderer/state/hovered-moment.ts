/** The moment under the pointer or the keys in one graph: all graphs of the page and the time bar show it. */
import { create } from 'zustand';

interface HoveredMoment {
  /** Null while nothing is pointed at. */
  readonly atMs: number | null;
  /** Which graph says so: it has a crosshair of its own. */
  readonly by: string | null;
}

export const useHoveredMoment = create<HoveredMoment>(() => ({ atMs: null, by: null }));

/** A graph takes back only what it said itself: another may have spoken meanwhile. */
export function pointAtMoment(by: string, atMs: number | null): void {
  const { by: before } = useHoveredMoment.getState();
  if (atMs === null && before !== by) return;
  useHoveredMoment.setState({ atMs, by: atMs === null ? null : by });
}
