import { useMemo } from 'react';
import type { CallResult } from '../../shared/contract/index.ts';
import { useCall } from '../engine/use-call.ts';
import { useTimeRange, type TimeRange } from '../state/use-time-range.ts';

export type SensorLine = CallResult<'series.sensor-sparklines'>[number];

const POINTS = 80;
const AT_ONCE = 100;

/** Small series for the first hundred sensors, asked for in one call. */
export function useSensorSparklines(sensorIds: readonly number[]): {
  readonly range: TimeRange;
  readonly byId: ReadonlyMap<number, SensorLine>;
} {
  const range = useTimeRange();
  const ids = sensorIds.slice(0, AT_ONCE).toSorted((a, b) => a - b);
  const { data } = useCall(
    'series.sensor-sparklines',
    ids.length === 0 ? null : { sensorIds: ids, ...range, maxPoints: POINTS },
  );
  const byId = useMemo(() => new Map((data ?? []).map((line) => [line.sensorId, line])), [data]);
  return { range, byId };
}
