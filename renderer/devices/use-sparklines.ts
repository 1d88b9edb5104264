import { useMemo } from 'react';
import type { CallResult } from '../../shared/contract/index.ts';
import { useCall } from '../engine/use-call.ts';
import { useTimeRange, type TimeRange } from '../state/use-time-range.ts';

export type SparklineData = CallResult<'series.sparklines'>[number];

/** One a pixel or so: coarser, and a short gap would vanish in its neighbours. */
const POINTS = 100;
const AT_ONCE = 100;

/** Small series for the first hundred rows, asked for in one call. */
export function useSparklines(interfaceIds: readonly number[]): {
  readonly range: TimeRange;
  readonly byId: ReadonlyMap<number, SparklineData>;
} {
  const range = useTimeRange();
  const ids = interfaceIds.slice(0, AT_ONCE).toSorted((a, b) => a - b);
  const { data } = useCall(
    'series.sparklines',
    ids.length === 0 ? null : { interfaceIds: ids, ...range, maxPoints: POINTS },
  );
  const byId = useMemo(() => new Map((data ?? []).map((line) => [line.interfaceId, line])), [data]);
  return { range, byId };
}
