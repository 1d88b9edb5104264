import type { ReactNode } from 'react';
import { select, useSelection } from '../state/selection.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import type { TableLayout } from '../ui/table/table-layout.ts';
import type { PortRow } from './port-rows.ts';

export interface PortTableProps {
  readonly deviceId: number;
  readonly rows: readonly PortRow[];
  readonly columns: readonly TableColumn<PortRow>[];
  readonly layout?: TableLayout | undefined;
  readonly onLayout?: ((layout: TableLayout) => void) | undefined;
  /** Shown as selected while nothing is selected. */
  readonly fallbackId?: number | undefined;
  readonly empty?: ReactNode;
}

/** Interfaces with their traffic in the rows. Selecting one shows its graph. */
export function PortTable(props: PortTableProps): ReactNode {
  const { deviceId, rows, columns, layout, onLayout, fallbackId, empty } = props;
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
      layout={layout}
      onLayout={onLayout}
      isQuiet={(row) => row.shut}
      reuseRows
      empty={
        empty ?? <EmptyState title="No interfaces" text="The device has not told any yet. They are read by SNMP." />
      }
    />
  );
}
