/** A graph's own stretch inside that of the time bar, until it is reset or the time bar shows another span. */
import { useState } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import type { TimeRange } from '../state/use-time-range.ts';
import { dragStretch, moveStretch, zoomStretch, type Stretch } from './zoom-range.ts';

export interface Zoom {
  /** What the graph shows. */
  readonly shown: TimeRange;
  readonly zoomed: boolean;
  readonly drag: (aMs: number, bMs: number) => void;
  readonly by: (factor: number, aboutMs: number) => void;
  readonly move: (share: number) => void;
  readonly reset: () => void;
}

export function useZoom(range: TimeRange): Zoom {
  const frame = usePlayhead((state) => `${state.spanMs} ${state.endMs}`);
  const [own, setOwn] = useState<{ readonly frame: string; readonly stretch: Stretch } | null>(null);
  const stretch = own !== null && own.frame === frame ? own.stretch : null;
  const shown = stretch ?? range;
  const keep = (next: Stretch | null): void => setOwn(next === null ? null : { frame, stretch: next });
  return {
    shown,
    zoomed: stretch !== null,
    drag: (aMs, bMs) => keep(dragStretch(aMs, bMs, range)),
    by: (factor, aboutMs) => keep(zoomStretch(shown, range, factor, aboutMs)),
    move: (share) => stretch !== null && keep(moveStretch(stretch, range, share)),
    reset: () => keep(null),
  };
}
