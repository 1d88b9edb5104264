import type { ReactNode } from 'react';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { DeviceIcon } from '../ui/DeviceIcon.tsx';
import { Numeric } from '../ui/Numeric.tsx';
import { statesByUrgency } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import type { DeviceRow } from './device-rows.ts';
import styles from './DevicesView.module.css';

const wholePercent = (value: number): string => formatPercent(Math.round(value));

/** A neighbour that is only heard of is not measured: nothing, rather than unknown. */
function measured(
  row: DeviceRow,
  metric: 'rttAvg' | 'loss' | 'cpu' | 'memory',
  format: (value: number) => string,
): ReactNode {
  return row.device.managed ? <Numeric value={row.latest?.[metric]} format={format} /> : null;
}

export const deviceColumns: readonly TableColumn<DeviceRow>[] = [
  {
    id: 'state',
    header: 'State',
    width: '112px',
    sortBy: (row) => statesByUrgency.indexOf(row.device.state),
    cell: (row) => <StateMark state={row.device.state} />,
  },
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(140px, 1.2fr)',
    sortBy: (row) => row.device.name,
    cell: (row) => (
      <a className={styles.name} href={`#/devices/${row.device.id}`} tabIndex={-1}>
        {row.device.name}
      </a>
    ),
  },
  {
    id: 'address',
    header: 'Address',
    width: '124px',
    sortBy: (row) => row.device.address,
    cell: (row) => <span className="mono">{row.device.address}</span>,
  },
  {
    id: 'kind',
    header: 'Kind',
    width: '132px',
    sortBy: (row) => deviceGlyphNames[row.device.kind],
    cell: (row) => (
      <span className={styles.kind}>
        <DeviceIcon kind={row.device.kind} size={16} />
        {deviceGlyphNames[row.device.kind]}
      </span>
    ),
  },
  {
    id: 'model',
    header: 'Vendor and model',
    width: 'minmax(140px, 1.3fr)',
    sortBy: (row) => [row.device.vendor, row.device.model].filter((word) => word !== null).join(' ') || null,
    cell: (row) => [row.device.vendor, row.device.model].filter((word) => word !== null).join(' '),
  },
  {
    id: 'site',
    header: 'Site',
    width: 'minmax(80px, 0.7fr)',
    sortBy: (row) => row.device.site,
    cell: (row) => row.device.site,
  },
  {
    id: 'rtt',
    header: 'Answer time',
    width: '84px',
    align: 'end',
    downFirst: true,
    sortBy: (row) => row.latest?.rttAvg ?? null,
    cell: (row) => measured(row, 'rttAvg', formatDuration),
  },
  {
    id: 'loss',
    header: 'Loss',
    width: '64px',
    align: 'end',
    downFirst: true,
    sortBy: (row) => row.latest?.loss ?? null,
    cell: (row) => measured(row, 'loss', wholePercent),
  },
  {
    id: 'cpu',
    header: 'Processor',
    width: '72px',
    align: 'end',
    downFirst: true,
    sortBy: (row) => row.latest?.cpu ?? null,
    cell: (row) => measured(row, 'cpu', wholePercent),
  },
  {
    id: 'memory',
    header: 'Memory',
    width: '64px',
    align: 'end',
    downFirst: true,
    sortBy: (row) => row.latest?.memory ?? null,
    cell: (row) => measured(row, 'memory', wholePercent),
  },
  {
    id: 'problem',
    header: 'Problem',
    width: 'minmax(160px, 1.6fr)',
    sortBy: (row) => row.device.problem ?? row.device.stateBecause,
    cell: (row) => <span title={row.device.problem ?? undefined}>{row.device.problem ?? row.device.stateBecause}</span>,
  },
];
