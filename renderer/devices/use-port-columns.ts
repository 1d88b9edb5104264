import { useMemo } from 'react';
import { formatAge } from '../../shared/units/durations.ts';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { detailColumns, portColumns, stateColumns } from './port-columns.tsx';
import type { PortRow } from './port-rows.ts';
import { rateUnit } from './rate-unit.ts';
import { useSparklines } from './use-sparklines.ts';

/** Columns of a table of interfaces: one unit for all rates, small graphs over the time bar's stretch. */
export function usePortColumns(rows: readonly PortRow[], detailed: boolean): readonly TableColumn<PortRow>[] {
  const { range, byId } = useSparklines(rows.map((row) => row.port.id));
  const spanMs = usePlayhead((state) => state.spanMs);
  const spanLabel = timeSpans.find((span) => span.spanMs === spanMs)?.label ?? formatAge(spanMs);
  const unit = rateUnit(rows.flatMap((row) => [row.latest?.inBps, row.latest?.outBps]));
  const { fromMs, toMs } = range;
  return useMemo(() => {
    const shared = portColumns({ unit, range: { fromMs, toMs }, spanLabel, lines: byId });
    return detailed ? [...shared.slice(0, 2), ...stateColumns, ...shared.slice(2), ...detailColumns] : shared;
    // oxlint-disable-next-line react/exhaustive-deps -- the unit is a function of its name
  }, [unit.name, fromMs, toMs, spanLabel, byId, detailed]);
}
