import { useMemo, type ReactNode } from 'react';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import { select, useSelection } from '../state/selection.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { detailColumns, portColumns } from './port-columns.tsx';
import type { PortRow } from './port-rows.ts';
import { rateUnit } from './rate-unit.ts';
import { useSparklines } from './use-sparklines.ts';

export interface PortTableProps {
  readonly deviceId: number;
  readonly rows: readonly PortRow[];
  /** With addresses, MACs and MTU. */
  readonly detailed?: boolean | undefined;
  /** Shown as selected while nothing is selected. */
  readonly fallbackId?: number | undefined;
  readonly empty?: ReactNode;
}

/** Interfaces with their traffic in the rows. Selecting one shows its graph. */
export function PortTable({ deviceId, rows, detailed = false, fallbackId, empty }: PortTableProps): ReactNode {
  const { range, byId } = useSparklines(rows.map((row) => row.port.id));
  const spanMs = usePlayhead((state) => state.spanMs);
  const spanLabel = timeSpans.find((span) => span.spanMs === spanMs)?.label ?? formatAge(spanMs);
  const unit = rateUnit(rows.flatMap((row) => [row.latest?.inBps, row.latest?.outBps]));
  const { fromMs, toMs } = range;
  const columns = useMemo(() => {
    const shared = portColumns({ unit, range: { fromMs, toMs }, spanLabel, lines: byId });
    return detailed ? [...shared, ...detailColumns] : shared;
    // oxlint-disable-next-line react/exhaustive-deps -- the unit is a function of its name
  }, [unit.name, fromMs, toMs, spanLabel, byId, detailed]);
  const selection = useSelection();
  const selected = selection?.kind === 'interface' || selection?.kind === 'rate' ? selection.interfaceId : fallbackId;
  return (
    <DataTable
      label="Interfaces"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.port.id}
      selectedKey={selected}
      onSelect={(row) => select({ kind: 'interface', deviceId, interfaceId: row.port.id })}
      isQuiet={(row) => row.shut}
      empty={
        empty ?? <EmptyState title="No interfaces" text="The device has not told any yet. They are read by SNMP." />
      }
    />
  );
}
