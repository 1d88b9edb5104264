import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { fieldIds } from '../filter/filter-spec.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { matchingRows } from '../filter/match-terms.ts';
import { NothingMatches } from '../filter/NothingMatches.tsx';
import { parseTerms } from '../filter/parse-terms.ts';
import { saveCsv } from '../state/save-csv.ts';
import { useTableLayout } from '../state/table-layouts.ts';
import { countText } from '../ui/count-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { rowsToCsv } from '../ui/table/rows-to-csv.ts';
import { plainLayout } from '../ui/table/table-layout.ts';
import { portFilter } from './port-filter.ts';
import type { PortRow } from './port-rows.ts';
import { PortTable } from './PortTable.tsx';
import { usePortColumns } from './use-port-columns.ts';
import styles from './DeviceView.module.css';

/** All interfaces of a device: filtered, with the columns that a person wants, and as a file. */
export function InterfacesTab({
  device,
  rows,
}: {
  readonly device: Device;
  readonly rows: readonly PortRow[];
}): ReactNode {
  const [filter, setFilter] = useState('');
  const [layout, setLayout] = useTableLayout('interfaces');
  const shown = useMemo(() => matchingRows(parseTerms(filter, fieldIds(portFilter)), portFilter, rows), [rows, filter]);
  const columns = usePortColumns(shown, true);
  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <FilterBox label="Filter interfaces" value={filter} onChange={setFilter} spec={portFilter} rows={rows} />
        <span className={styles.total}>
          {shown.length === rows.length
            ? countText(rows.length, 'interface')
            : `${shown.length} of ${rows.length} interfaces`}
        </span>
        <span className={styles.space} />
        <ColumnsMenu columns={columns} layout={layout} onLayout={setLayout} standard={plainLayout} />
        <IconButton
          label="Export what is shown as CSV"
          edged
          onClick={() => saveCsv(`${device.name}-interfaces`, rowsToCsv(shown, columns, layout))}
        >
          <IconDownload size={16} stroke={1.75} aria-hidden />
        </IconButton>
      </div>
      <PortTable
        deviceId={device.id}
        rows={shown}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        empty={
          rows.length === 0 ? undefined : (
            <NothingMatches filter={filter} spec={portFilter} rows={rows} noun="interface" onChange={setFilter} />
          )
        }
      />
    </div>
  );
}
