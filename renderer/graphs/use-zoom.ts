/**
 * What stretch of time a graph shows, and how one goes into it and back. Alone, a graph zooms inside the time bar's stretch. On
 * a page of graphs all zoom together: then it is the time bar's own stretch that changes, so that the incidents go along.
 */
import { createContext, useContext, useState } from 'react';
import { create } from 'zustand';
import { usePlayhead } from '../state/playhead.ts';
import type { TimeRange } from '../state/use-time-range.ts';
import { useNow } from '../ui/use-now.ts';
import { dragStretch, moveStretch, zoomStretch, type Stretch } from './zoom-range.ts';

export interface Zoom {
  /** What the graph shows. */
  readonly shown: TimeRange;
  readonly zoomed: boolean;
  readonly drag: (aMs: number, bMs: number) => void;
  readonly by: (factor: number, aboutMs: number) => void;
  readonly move: (share: number) => void;
  /** To what was shown before the last step. */
  readonly back: () => void;
  readonly reset: () => void;
}

const MOST_STEPS = 50;
const LONGEST_MS = 366 * 86_400_000;
const NOW_STEP_MS = 10_000;

/** True inside a page whose graphs zoom together. */
export const ZoomTogether = createContext(false);

interface Step {
  readonly spanMs: number;
  readonly endMs: number | null;
}

/** Steps that the page's graphs took since the time bar was last set by hand, oldest first. */
export const usePageZoom = create<{ readonly steps: readonly Step[] }>(() => ({ steps: [] }));

/** The newest stretch that a graph set: when the time bar shows another one, the steps lead nowhere any more. */
let own = '';
const frameOf = ({ spanMs, endMs }: Step): string => `${spanMs} ${endMs}`;

usePlayhead.subscribe((state) => {
  if (frameOf(state) !== own && usePageZoom.getState().steps.length > 0) usePageZoom.setState({ steps: [] });
});

function show(step: Step): void {
  own = frameOf(step);
  usePlayhead.getState().showSpan(step.spanMs, step.endMs);
}

function zoomPage({ fromMs, toMs }: Stretch): void {
  const { spanMs, endMs } = usePlayhead.getState();
  const steps = [...usePageZoom.getState().steps, { spanMs, endMs }].slice(-MOST_STEPS);
  // What reaches to now goes on following it.
  show({ spanMs: toMs - fromMs, endMs: toMs >= Date.now() - NOW_STEP_MS ? null : toMs });
  usePageZoom.setState({ steps });
}

export function zoomPageBack(): void {
  const { steps } = usePageZoom.getState();
  const last = steps.at(-1);
  if (last === undefined) return;
  show(last);
  usePageZoom.setState({ steps: steps.slice(0, -1) });
}

export function resetPageZoom(): void {
  const [first] = usePageZoom.getState().steps;
  if (first === undefined) return;
  show(first);
  usePageZoom.setState({ steps: [] });
}

function usePageWide(range: TimeRange): Zoom {
  const zoomed = usePageZoom(({ steps }) => steps.length > 0);
  const nowMs = useNow(NOW_STEP_MS);
  const outer = { fromMs: Math.max(0, nowMs - LONGEST_MS), toMs: Math.max(nowMs, range.toMs) };
  return {
    shown: range,
    zoomed,
    drag: (aMs, bMs) => zoomPage(dragStretch(aMs, bMs, range)),
    by: (factor, aboutMs) => zoomPage(zoomStretch(range, outer, factor, aboutMs) ?? outer),
    move: (share) => zoomPage(moveStretch(range, outer, share)),
    back: zoomPageBack,
    reset: resetPageZoom,
  };
}

interface OwnSteps {
  readonly frame: string;
  /** Newest last. */
  readonly stretches: readonly Stretch[];
}

function useOwn(range: TimeRange): Zoom {
  const frame = usePlayhead(frameOf);
  const [kept, setKept] = useState<OwnSteps>({ frame, stretches: [] });
  const stretches = kept.frame === frame ? kept.stretches : [];
  const stretch = stretches.at(-1) ?? null;
  const shown = stretch ?? range;
  const go = (next: Stretch | null): void =>
    setKept({ frame, stretches: next === null ? [] : [...stretches, next].slice(-MOST_STEPS) });
  return {
    shown,
    zoomed: stretch !== null,
    drag: (aMs, bMs) => go(dragStretch(aMs, bMs, range)),
    by: (factor, aboutMs) => go(zoomStretch(shown, range, factor, aboutMs)),
    move: (share) => stretch !== null && go(moveStretch(stretch, range, share)),
    back: () => setKept({ frame, stretches: stretches.slice(0, -1) }),
    reset: () => go(null),
  };
}

export function useZoom(range: TimeRange): Zoom {
  const together = useContext(ZoomTogether);
  const [page, alone] = [usePageWide(range), useOwn(range)];
  return together ? page : alone;
}
