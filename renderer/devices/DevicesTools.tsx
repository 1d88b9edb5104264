import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { saveCsv } from '../state/save-csv.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { rowsToCsv } from '../ui/table/rows-to-csv.ts';
import type { TableLayout } from '../ui/table/table-layout.ts';
import { deviceColumns, deviceLayout } from './device-columns.tsx';
import { deviceGroupings, groupingNames } from './device-groups.tsx';
import type { DeviceRow } from './device-rows.ts';
import { SavedFiltersMenu } from './SavedFiltersMenu.tsx';

export interface DevicesToolsProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout) => void;
  /** As shown. */
  readonly rows: readonly DeviceRow[];
}

const NONE = 'none';
const groupOptions = [
  { value: NONE, label: 'No groups' },
  ...deviceGroupings.map(({ id }) => ({ value: id, label: `By ${(groupingNames[id] ?? id).toLowerCase()}` })),
];

/** At the right of the bar: groups, saved filters, columns, a file of what is shown. */
export function DevicesTools({ filter, onFilter, layout, onLayout, rows }: DevicesToolsProps): ReactNode {
  const grouping = deviceGroupings.find(({ id }) => id === layout.groupBy) ?? null;
  return (
    <>
      <Select
        label="Group devices"
        bare
        small
        value={layout.groupBy ?? NONE}
        options={groupOptions}
        onChange={(id) => onLayout({ ...layout, groupBy: id === NONE ? null : id })}
      />
      <SavedFiltersMenu list="devices" filter={filter} onChoose={onFilter} />
      <ColumnsMenu columns={deviceColumns} layout={layout} onLayout={onLayout} standard={deviceLayout} />
      <IconButton
        label="Export what is shown as CSV"
        edged
        onClick={() => saveCsv('devices', rowsToCsv(rows, deviceColumns, layout, grouping))}
      >
        <IconDownload size={16} stroke={1.75} aria-hidden />
      </IconButton>
    </>
  );
}
