import { useMemo } from 'react';
import type { CallArgs } from '../../shared/contract/index.ts';
import type { Series } from '../../shared/contract/series.ts';
import { useCall, type CallState } from '../engine/use-call.ts';

/** Of a longer stretch the percentile takes longer to read than the graph: it comes after it. */
const SLOW_FROM_MS = 32 * 86_400_000;

/** A graph's points; the percentiles of a long stretch follow by themselves. */
export function useInterfaceSeries(asked: CallArgs<'series.interface'> | null): CallState<Series> {
  const slow = asked !== null && asked.toMs - asked.fromMs > SLOW_FROM_MS;
  const state = useCall('series.interface', asked === null ? null : { ...asked, percentile: !slow });
  const { interfaceId, metrics, fromMs, toMs } = asked ?? { interfaceId: 0, metrics: [], fromMs: 0, toMs: 0 };
  const later = useCall('series.percentiles', slow ? { interfaceId, metrics, fromMs, toMs } : null);
  const p95 = slow ? later.data : undefined;
  const data = useMemo(
    () => (state.data === undefined || p95 === undefined ? state.data : { ...state.data, p95 }),
    [state.data, p95],
  );
  return { ...state, data };
}
