/** The stretch of time that the time bar shows, for whoever asks the engine for a series. */
import { useNow } from '../ui/use-now.ts';
import { usePlayhead } from './playhead.ts';

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

const STEPS_A_RANGE = 360;
const SHORTEST_STEP_MS = 10_000;

/** Moves on in steps of about one point of a graph, so that nothing is asked anew each second. */
export function useTimeRange(): TimeRange {
  const spanMs = usePlayhead((state) => state.spanMs);
  const endMs = usePlayhead((state) => state.endMs);
  const nowMs = useNow(Math.max(SHORTEST_STEP_MS, Math.round(spanMs / STEPS_A_RANGE)));
  const toMs = endMs ?? nowMs;
  return { fromMs: toMs - spanMs, toMs };
}
