import { usePlayhead } from '../state/playhead.ts';
import { useTimeRange, type TimeRange } from '../state/use-time-range.ts';

const LIVE_SPAN_MS = 6 * 3_600_000;

/** The time bar's stretch, moved on to the newest sample while it is short enough for one sample to be seen. */
export function useLiveRange(sampledAtMs: number | null): TimeRange {
  const range = useTimeRange();
  const { spanMs, endMs } = usePlayhead();
  if (endMs !== null || spanMs > LIVE_SPAN_MS || sampledAtMs === null || sampledAtMs < range.toMs) return range;
  const toMs = sampledAtMs + 1;
  return { fromMs: toMs - spanMs, toMs };
}
